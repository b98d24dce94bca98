// Light or dark as the person's machine asks; without this script the page is light.
const asked = window.matchMedia("(prefers-color-scheme: dark)");
const show = () => document.documentElement.setAttribute("data-bs-theme", asked.matches ? "dark" : "light");
asked.addEventListener("change", show);
show();
