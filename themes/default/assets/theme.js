// Before anything is drawn: light or dark, as the reader chose on this site.
try {
  const choice = localStorage.getItem("theme");
  if (choice === "light" || choice === "dark") {
    document.documentElement.dataset.theme = choice;
    document.querySelector('meta[name="color-scheme"]').content = choice;
  }
} catch {
  // Storage may be forbidden: then the system's choice holds.
}
