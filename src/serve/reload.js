// Follows the files of the site while it is written. Served by `chancery serve` alone.
(() => {
  "use strict";
  const own = document.currentScript.dataset.version;
  const style = `
    :host { all: initial; }
    section {
      position: fixed; z-index: 2147483647; inset: auto 0 0 0; max-height: 60vh;
      overflow: auto; box-sizing: border-box; padding: 0.75rem 1rem 1rem;
      font: 14px/1.45 system-ui, sans-serif; color: #f4f4f4; background: #1d1d1f;
      border-top: 4px solid #e0a100; box-shadow: 0 -4px 24px #0008;
    }
    section.error { border-top-color: #e5484d; }
    header { display: flex; gap: 1rem; align-items: center; }
    h2 { font: bold 15px/1.4 system-ui, sans-serif; margin: 0; flex: 1; }
    button {
      font: inherit; color: inherit; background: none; border: 1px solid #888;
      border-radius: 4px; padding: 0.15rem 0.6rem; cursor: pointer;
    }
    pre {
      font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; margin: 0.75rem 0 0;
      white-space: pre-wrap; overflow-wrap: anywhere;
    }
    p { margin: 0.75rem 0 0; }
    @media print { :host { display: none; } }
  `;
  let panel;
  let hidden = "";

  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

  const headline = ({ mistakes, more }) => {
    const errors = mistakes.filter((mistake) => mistake.severity === "error").length;
    const parts = [];
    if (errors > 0) parts.push(counted(errors, "error"));
    if (mistakes.length > errors) {
      parts.push(counted(mistakes.length - errors, "warning"));
    }
    if (more > 0) parts.push(`${more} more`);
    return parts.join(", ");
  };

  const show = (news) => {
    panel?.remove();
    panel = undefined;
    const said = JSON.stringify(news.mistakes);
    if (news.mistakes.length === 0 || said === hidden) return;
    panel = document.createElement("chancery-mistakes");
    const root = panel.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    const section = document.createElement("section");
    section.setAttribute("role", "alert");
    section.lang = "en";
    section.dir = "ltr";
    if (news.mistakes.some((mistake) => mistake.severity === "error")) {
      section.className = "error";
    }
    const header = document.createElement("header");
    const close = element("button", "Hide");
    close.type = "button";
    close.addEventListener("click", () => {
      hidden = said;
      panel?.remove();
      panel = undefined;
    });
    header.append(element("h2", headline(news)), close);
    section.append(header, ...news.mistakes.map(({ text }) => element("pre", text)));
    if (news.more > 0) section.append(element("p", `… and ${news.more} more`));
    root.append(section);
    document.documentElement.append(panel);
  };

  let source;
  // A browser keeps few connections to one host: pages that nobody sees hold none.
  const follow = () => {
    source?.close();
    source = undefined;
    if (document.hidden) return;
    source = new EventSource("/.chancery/events");
    source.addEventListener("message", ({ data }) => {
      const news = JSON.parse(data);
      if (news.version === own) {
        show(news);
      } else {
        source.close();
        location.reload();
      }
    });
  };
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", ({ persisted }) => persisted && follow());
  follow();
})();
