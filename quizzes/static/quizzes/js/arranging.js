// Steps to be put in order: arrows and a handle to drag by, in place of the lists of places that work without script.
// The places stay in the form; a move fills them all and is told as an ordinary change.

const LIST = "[data-arrange]";

function rowsOf(list) {
  return [...list.querySelectorAll(".ordering-step")];
}

function placeOf(row) {
  return row.querySelector("select");
}

function wordsOf(row) {
  return row.querySelector(".ordering-words").textContent.trim();
}

function button(row, by, sign, words) {
  const made = document.createElement("button");
  const word = document.createElement("span");
  made.type = "button";
  made.className = "ordering-move";
  made.dataset.by = by;
  made.setAttribute("aria-label", `${words}: ${wordsOf(row)}`);
  word.textContent = words;
  made.append(sign, word);
  return made;
}

function addControls(list, row) {
  const handle = document.createElement("span");
  handle.className = "ordering-handle";
  handle.setAttribute("aria-hidden", "true");
  handle.textContent = "⠿";
  const { wordsUp, wordsDown } = list.dataset;
  row.prepend(handle);
  row.append(button(row, -1, "↑", wordsUp), button(row, 1, "↓", wordsDown));
}

// Shows the steps in the order that was chosen; those without a place stay behind, as they stand.
function sort(list) {
  const order = (row) => Number(placeOf(row).value) || Infinity;
  const rows = rowsOf(list).sort((one, other) => (order(one) === order(other) ? 0 : order(one) - order(other)));
  list.append(...rows);
}

function move(list, row, at) {
  const others = rowsOf(list).filter((other) => other !== row);
  const place = Math.max(0, Math.min(at, others.length));
  list.insertBefore(row, others[place] ?? null);
  return place;
}

// The first cannot go up, the last cannot go down.
function markEnds(list) {
  const rows = rowsOf(list);
  for (const [at, row] of rows.entries()) {
    const [up, down] = row.querySelectorAll(".ordering-move");
    up?.setAttribute("aria-disabled", at === 0);
    down?.setAttribute("aria-disabled", at === rows.length - 1);
  }
}

function tellChange(list, row) {
  const rows = rowsOf(list);
  markEnds(list);
  for (const [at, one] of rows.entries()) placeOf(one).value = String(at + 1);
  placeOf(row).dispatchEvent(new Event("change", { bubbles: true }));
  const words = list.dataset.wordsPlace.replace("PLACE", rows.indexOf(row) + 1).replace("TOTAL", rows.length);
  list.parentElement.querySelector("[data-told]").textContent = `${wordsOf(row)}: ${words}`;
}

function onClick(event) {
  const pressed = event.target.closest(".ordering-move");
  const list = pressed?.closest(LIST);
  if (!list) return;
  const row = pressed.closest(".ordering-step");
  const from = rowsOf(list).indexOf(row);
  const to = move(list, row, from + Number(pressed.dataset.by));
  pressed.focus(); // what is moved loses it
  if (to !== from) tellChange(list, row);
}

function onPointerDown(event) {
  const row = event.target.closest(".ordering-handle")?.closest(".ordering-step");
  const list = row?.closest(LIST);
  if (!list || event.button) return;
  event.preventDefault();
  row.classList.add("is-dragged");
  const before = rowsOf(list).indexOf(row);
  const follow = (moved) => {
    const above = rowsOf(list).filter((other) => other !== row && middleOf(other) < moved.clientY);
    if (above.length !== rowsOf(list).indexOf(row)) move(list, row, above.length);
  };
  const drop = () => {
    document.removeEventListener("pointermove", follow);
    for (const end of ["pointerup", "pointercancel"]) document.removeEventListener(end, drop);
    row.classList.remove("is-dragged");
    if (rowsOf(list).indexOf(row) !== before) tellChange(list, row);
  };
  document.addEventListener("pointermove", follow);
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, drop);
}

function middleOf(row) {
  const box = row.getBoundingClientRect();
  return box.top + box.height / 2;
}

function arrangeAll() {
  for (const list of document.querySelectorAll(`${LIST}:not(.is-arranged)`)) {
    sort(list);
    list.classList.add("is-arranged");
    if (list.closest("fieldset").disabled) continue;
    for (const row of rowsOf(list)) addControls(list, row);
    markEnds(list);
    const question = list.parentElement;
    question.querySelector("[data-without-script]").hidden = true;
    question.querySelector("[data-with-script]").hidden = false;
  }
}

arrangeAll();
document.addEventListener("lifelong:shown", arrangeAll);
document.addEventListener("click", onClick);
document.addEventListener("pointerdown", onPointerDown);
