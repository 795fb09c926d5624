// The theme before anything is painted: light, dark, or as the system has it.
(() => {
  const themes = ["auto", "light", "dark"];
  const root = document.documentElement;
  let theme = localStorage.getItem("theme");
  if (!themes.includes(theme)) theme = "auto";
  root.dataset.theme = theme;
  addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const name = button.querySelector("span");
    name.textContent = theme;
    button.hidden = false;
    button.addEventListener("click", () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      localStorage.setItem("theme", theme);
      root.dataset.theme = name.textContent = theme;
      dispatchEvent(new Event("theme"));
    });
  });
})();
