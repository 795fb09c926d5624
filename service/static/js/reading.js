// Reading: a file dropped or chosen fills the form and is read at once; marks light up in the order of the text.
const form = document.getElementById("read-form");
const drop = document.getElementById("drop");
const file = document.getElementById("file");
const progress = document.getElementById("progress");
const LARGEST = 4_000_000;

drop.hidden = false;
file.addEventListener("change", () => file.files[0] && take(file.files[0]));
for (const name of ["dragenter", "dragover"]) {
  addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
addEventListener("dragleave", () => drop.classList.remove("over"));
addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  const dropped = event.dataTransfer.files[0];
  if (dropped) take(dropped);
});

async function take(chosen) {
  if (chosen.size > LARGEST) {
    progress.textContent = `${chosen.name} is too large to be read at once.`;
    return;
  }
  fill(await chosen.text());
  form.requestSubmit();
}

function fill(text) {
  let fields = { text };
  try {
    const parsed = JSON.parse(text);
    if (typeof parsed?.text === "string") fields = parsed;
  } catch {
    // not JSON: it is the text itself
  }
  for (const name of ["text", "title", "publisher", "published_at"]) {
    const value = typeof fields[name] === "string" ? fields[name] : "";
    form.elements[name].value = name === "published_at" ? value.slice(0, 10) : value;
  }
}

document.addEventListener("htmx:beforeRequest", () => (progress.textContent = "Reading …"));
document.addEventListener("htmx:afterRequest", (event) => (progress.textContent = event.detail.successful ? "Read." : "It could not be read."));
document.addEventListener("htmx:afterSwap", () => {
  const marks = [...document.querySelectorAll("#article-text mark")];
  if (!marks.length || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  marks.forEach((mark) => mark.classList.add("unlit"));
  const each = Math.max(1, Math.ceil(marks.length / 60));
  const light = () => {
    marks.splice(0, each).forEach((mark) => mark.classList.remove("unlit"));
    if (marks.length) requestAnimationFrame(light);
  };
  requestAnimationFrame(light);
});
