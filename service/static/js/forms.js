// Forms: blank filters stay out of addresses, samples fill the box, what a server refuses is said aloud.
document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb !== "get") return;
  for (const [name, value] of [...event.detail.formData.entries()]) {
    if (value === "" || (name === "sort" && value === "-updated")) event.detail.formData.delete(name);
  }
});

// A column's heading sorts too; the form then says the same.
document.addEventListener("htmx:pushedIntoHistory", () => {
  const order = document.querySelector("#filters [name=sort]");
  if (order) order.value = new URLSearchParams(location.search).get("sort") ?? "-updated";
});

document.addEventListener("htmx:responseError", (event) => say(`The server answered ${event.detail.xhr.status}; what is shown may be old.`));
document.addEventListener("htmx:sendError", () => say("The server cannot be reached; what is shown may be old."));

document.addEventListener("click", (event) => {
  const sample = event.target.closest(".sample");
  if (!sample) return;
  const box = document.getElementById("sentence");
  box.value = sample.textContent;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
});

function say(words) {
  const place = document.getElementById("live") ?? document.getElementById("count");
  if (place) place.textContent = words;
}
