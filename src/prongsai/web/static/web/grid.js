// Cells of scores, moved through as in a spreadsheet program. What is pasted is read by the server,
// with the same words and rules as without this script. Nothing is saved before somebody presses Save.
const form = document.querySelector("form[data-grid]");
// By name: a cell is called "9", which as a place in the list would be another.
const field = (name) => form.elements.namedItem(name);
const part = (name) => form.querySelector(`[data-${name}]`);
const cells = [...form.querySelectorAll(".cell input")];
// Cells of a code stand side by side; codes of all tables one below another.
const rows = [...form.querySelectorAll(".entry tbody tr")].map((row) => [...row.querySelectorAll(".cell input")]);
const far = Number(form.dataset.far);
const done = []; // what Undo takes back: the values before each change, the last at the end
let before = ""; // the value of the cell at the moment when it was entered
let entered = null; // that cell, also while the whole window is left for another
let leaving = false;

const plain = (text) => text.trim().replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0x0e50);
const isScore = (text) => /^\d+(\.\d+)?$/.test(text);

const isFar = (cell) => {
  const score = plain(cell.value);
  return cell.dataset.before !== undefined && isScore(score) && Math.abs(score - cell.dataset.before) >= far;
};

const unsaved = () => [...form.querySelectorAll("[data-saved]")].filter((each) => each.value.trim() !== each.dataset.saved);

const mark = () => {
  for (const cell of cells) {
    const place = cell.closest(".cell");
    place.classList.toggle("changed", cell.value.trim() !== cell.dataset.saved);
    const warning = place.querySelector(".far");
    if (warning) warning.hidden = !isFar(cell);
  }
  const count = unsaved().length;
  part("unsaved").hidden = count === 0;
  part("count").textContent = count;
  part("undo").hidden = done.length === 0;
};

const ask = async (name, more) => {
  const data = new FormData(form);
  data.set(name, "1");
  for (const [key, value] of Object.entries(more)) data.set(key, value);
  const answer = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams(data),
    headers: { Accept: "application/json" },
  });
  // Who was signed out meanwhile is led to another page, which is no answer.
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  return answer.json();
};

let asked = 0;
let waiting = 0;
const reckon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const turn = ++asked;
    try {
      const { said } = await ask("reckon", {});
      if (turn === asked) part("reckoned").textContent = said;
    } catch {
      if (turn === asked) part("reckoned").textContent = "";
    }
  }, 400);
};

const put = (values) => {
  const old = {};
  for (const [name, value] of Object.entries(values)) {
    old[name] = field(name).value;
    field(name).value = value;
  }
  mark();
  reckon();
  return old;
};

const keep = (old) => {
  const changed = Object.entries(old).filter(([name, value]) => field(name).value !== value);
  if (changed.length) done.push(Object.fromEntries(changed));
  mark();
};

const undo = () => {
  const last = done.pop();
  if (!last) return;
  put(last);
  before = document.activeElement.value ?? "";
  enter(field(Object.keys(last)[0]));
};

const show = ({ said, unfit }, failed) => {
  part("pasted").classList.remove("d-none");
  part("failed").classList.toggle("d-none", !failed);
  part("said").textContent = said;
  part("unfit").replaceChildren(
    ...unfit.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
  );
};

const paste = async (text, at) => {
  try {
    const answer = await ask("fill", { pasted: text, at });
    keep(put(answer.cells));
    show(answer, false);
  } catch {
    show({ said: "", unfit: [] }, true);
  }
  before = document.activeElement.value ?? "";
};

const enter = (cell) => {
  if (!cell) return;
  cell.focus();
  cell.select();
};

const placeOf = (cell) => {
  const row = rows.findIndex((each) => each.includes(cell));
  return [row, rows[row].indexOf(cell)];
};

// The cell so many rows below, in the same column or, where a row is shorter, in its last one.
const below = (cell, by) => {
  const [row, column] = placeOf(cell);
  const line = rows[row + by];
  return line && line[Math.min(column, line.length - 1)];
};

const beside = (cell, by) => {
  const [row, column] = placeOf(cell);
  return rows[row][column + by];
};

// Within a text the arrows move between its letters; from its ends they lead to the next cell.
const atStart = (cell) => cell.selectionStart === 0 && (cell.selectionEnd === 0 || cell.selectionEnd === cell.value.length);
const atEnd = (cell) => cell.selectionEnd === cell.value.length && (cell.selectionStart === 0 || cell.selectionStart === cell.value.length);

const goal = (event, cell) => {
  const line = rows[placeOf(cell)[0]];
  switch (event.key) {
    case "Enter":
      return below(cell, event.shiftKey ? -1 : 1) ?? cell;
    case "ArrowDown":
      return below(cell, 1) ?? cell;
    case "ArrowUp":
      return below(cell, -1) ?? cell;
    case "ArrowRight":
      return atEnd(cell) ? beside(cell, 1) : undefined;
    case "ArrowLeft":
      return atStart(cell) ? beside(cell, -1) : undefined;
    case "Home":
      return event.ctrlKey ? rows[0][0] : atStart(cell) ? line[0] : undefined;
    case "End":
      return event.ctrlKey ? rows.at(-1).at(-1) : atEnd(cell) ? line.at(-1) : undefined;
  }
};

const giveBack = (cell) => {
  cell.value = before;
  cell.select();
  mark();
  reckon();
};

const onKey = (event) => {
  const cell = event.target;
  if (event.isComposing || event.altKey || !cells.includes(cell)) return;
  const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === "KeyZ";
  if (isUndo || event.key === "Escape") {
    event.preventDefault();
    if (cell.value !== before) giveBack(cell);
    else if (isUndo) undo();
    return;
  }
  if ((event.ctrlKey && !["Home", "End"].includes(event.key)) || event.metaKey) return;
  if (event.shiftKey && event.key !== "Enter") return;
  const next = goal(event, cell);
  if (!next) return;
  event.preventDefault();
  enter(next);
};

form.addEventListener("keydown", onKey);
form.addEventListener("focusin", ({ target }) => {
  if (!cells.includes(target) || target === entered) return;
  entered = target;
  before = target.value;
  target.select();
});
form.addEventListener("focusout", ({ target }) => {
  if (!cells.includes(target) || document.activeElement === target) return;
  entered = null;
  if (target.value !== before) keep({ [target.name]: before });
});
form.addEventListener("input", ({ target }) => {
  mark();
  if (cells.includes(target)) reckon();
});
form.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain");
  // One cell is pasted by the browser itself, into the place where the caret is.
  if (!cells.includes(event.target) || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
  event.preventDefault();
  paste(text, event.target.name);
});
part("undo").addEventListener("click", undo);
form.addEventListener("click", (event) => {
  if (event.target.name !== "fill") return;
  event.preventDefault();
  paste(field("pasted").value, field("at").value);
});
form.addEventListener("submit", () => {
  leaving = true;
});
window.addEventListener("beforeunload", (event) => {
  if (!leaving && unsaved().length) event.preventDefault();
});
// A page that the browser kept is shown again after it was sent: it asks anew.
window.addEventListener("pageshow", () => {
  leaving = false;
  mark();
});
part("with-script").hidden = false;
mark();
