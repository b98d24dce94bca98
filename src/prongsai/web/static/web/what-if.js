// What if: sliders beside the numbers. The server works it out and sends the piece of the page that
// changes; what is asked stands in the address, and nowhere else.
const form = document.querySelector("form[data-what-if]");
const numbers = [...form.querySelectorAll(".knob input[type=number]")];
const failed = form.querySelector("[data-failed]");
let turn = 0;
let waiting = 0;

const sliderOf = (number) => number.closest(".knob").querySelector("input[type=range]");
const isMoved = (number) => number.value !== "" && Number(number.value) !== Number(number.dataset.now);

const asked = () => numbers.filter(isMoved).map((each) => `${each.name.slice(3)}=${each.value}`).join(",");

const show = (page) => {
  const found = new DOMParser().parseFromString(page, "text/html");
  for (const name of ["[data-live]", "[data-changes]"]) {
    form.querySelector(name).replaceChildren(...found.querySelector(name).childNodes);
  }
};

const ask = async () => {
  const own = ++turn;
  const query = new URLSearchParams({ "what-if": asked() });
  try {
    const answer = await fetch(`${form.dataset.whatIf}?${query}`);
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    const page = await answer.text();
    if (own !== turn) return; // another was asked meanwhile: its answer counts
    show(page);
    failed.classList.add("d-none");
    history.replaceState(null, "", `${location.pathname}${asked() ? `?${query}` : ""}`);
  } catch {
    if (own === turn) failed.classList.remove("d-none");
  }
};

const askSoon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, 120);
};

const pairs = new Map();
for (const number of numbers) {
  const slider = sliderOf(number);
  slider.hidden = false;
  pairs.set(number, [number, slider]).set(slider, [number, slider]);
  number.closest(".knob").classList.toggle("moved", isMoved(number));
}

form.addEventListener("input", ({ target }) => {
  const [number, slider] = pairs.get(target) ?? [];
  if (!number) return;
  // A slider stands at whole points; what lies between is written.
  if (target === slider) number.value = Math.round(slider.value);
  else slider.value = number.value === "" ? number.dataset.now : number.value;
  number.closest(".knob").classList.toggle("moved", isMoved(number));
  if (number.checkValidity()) askSoon();
});
form.addEventListener("change", ({ target }) => target.reportValidity());
