// What scripts add to a page that is complete without them.

const root = document.documentElement;
const all = (selector, from = document) => [...from.querySelectorAll(selector)];

function switchTheme() {
  const button = document.querySelector(".by-night");
  if (!button) return;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", isDark());
  button.addEventListener("click", () => {
    const choice = isDark() ? "light" : "dark";
    root.dataset.theme = choice;
    document.querySelector('meta[name="color-scheme"]').content = choice;
    try {
      localStorage.setItem("theme", choice);
    } catch {
      // The choice holds for this page only.
    }
    show();
  });
  system.addEventListener("change", show);
  show();
  button.hidden = false;
}

/** A button beside each element that names what to copy: its own words, or a file's. */
function copyButtons() {
  if (!navigator.clipboard) return;
  for (const element of all("[data-copied] [data-copy]")) {
    const button = document.createElement("button");
    const { copy, copied } = element.closest("[data-copied]").dataset;
    const label = element.closest("div")?.querySelector("dt");
    const name = element.href ? element.textContent : label?.textContent;
    button.type = "button";
    button.textContent = copy;
    button.setAttribute("aria-label", name ? `${copy}: ${name}` : copy);
    button.addEventListener("click", async () => {
      const file = element.href && (await fetch(element.href));
      // The page that a host sends in a missing file's place is no citation.
      if (file && !file.ok) return;
      const text = file ? await file.text() : element.innerText.trim();
      await navigator.clipboard.writeText(text);
      button.textContent = copied;
      setTimeout(() => (button.textContent = copy), 2000);
    });
    element.after(button);
  }
}

/** The anchor of the paragraph at the top of the window; none above the first one. */
function place() {
  const edge = innerHeight / 4;
  let found = "";
  for (const element of all('.text [id^="p"]')) {
    if (!/^p\d/.test(element.id)) continue;
    if (element.getBoundingClientRect().top > edge) break;
    found = `#${element.id}`;
  }
  return found;
}

/**
 * Where the head of the page is out of sight, its links to other languages stand below,
 * while the reader goes back up.
 */
function followReader() {
  const links = all(".head .switch:not(.parallels) a[href]");
  const head = document.querySelector(".head");
  if (!links.length || links.length > 4) return;
  const bar = document.createElement("nav");
  bar.className = "follows keeps-place";
  bar.setAttribute("aria-label", document.querySelector(".head .switch").ariaLabel);
  bar.append(...links.map((link) => link.cloneNode(true)));
  bar.hidden = true;
  document.body.append(bar);
  let last = scrollY;
  const follow = () => {
    const isSeen = head.getBoundingClientRect().bottom > 0;
    if (isSeen || scrollY !== last) bar.hidden = isSeen || scrollY > last;
    last = scrollY;
  };
  addEventListener("scroll", follow, { passive: true });
}

function keepPlace() {
  for (const link of all(".keeps-place a[href]")) {
    const href = link.getAttribute("href").split("#")[0];
    const keep = () => link.setAttribute("href", href + (place() || kept()));
    for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, keep);
  }
}

/** The paragraph that the address names. */
const kept = () => (/^#p\d/.test(location.hash) ? location.hash : "");

function currentSection() {
  const links = all(".toc a");
  const headings = links.map((link) => document.getElementById(decodeURI(link.hash.slice(1))));
  const mark = () => {
    const below = headings.findIndex((each) => each?.getBoundingClientRect().top > innerHeight / 4);
    const current = (below < 0 ? headings.length : below) - 1;
    links.forEach((link, at) => {
      if (at === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    if (current >= 0) reveal(links[current]);
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -75% 0px" });
  for (const heading of headings) if (heading) observer.observe(heading);
}

/** Scrolls the table of contents, and nothing else, until the link is seen in it. */
function reveal(link) {
  const box = link.closest(".toc");
  const { top, bottom } = link.getBoundingClientRect();
  const seen = box.getBoundingClientRect();
  if (top < seen.top) box.scrollTop -= seen.top - top;
  if (bottom > seen.bottom) box.scrollTop += bottom - seen.bottom;
}

switchTheme();
copyButtons();
followReader();
keepPlace();
currentSection();
