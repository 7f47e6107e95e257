// The nine letters that a Russian keyboard lacks, as buttons under a field with data-kazakh-letters of a Kazakh page,
// and in every language where the question is about these letters: there the field has data-kazakh-always.
// Where a question has several fields, one row for all of them stands in its [data-kazakh-letters-row].

const LETTERS = "әғқңөұүһі";
const WHERE = document.documentElement.lang === "kk" ? "" : "[data-kazakh-always]";
let lastField = null;

function button(words, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", () => press(made));
  return made;
}

function insert(field, letter) {
  field.setRangeText(letter, field.selectionStart, field.selectionEnd, "end");
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// `words` is the element that says what the row is called; `fieldOf` returns the field to write into.
function rowFor(words, fieldOf) {
  const row = document.createElement("div");
  row.className = "kazakh-letters";
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", words.dataset.kazakhLetters);
  const letters = Array.from(LETTERS, (letter) => button(letter, (made) => insert(fieldOf(), made.textContent)));
  const capitals = button("Ә", () => {
    const isOn = capitals.getAttribute("aria-pressed") !== "true";
    capitals.setAttribute("aria-pressed", isOn);
    for (const [at, made] of letters.entries()) made.textContent = isOn ? LETTERS[at].toUpperCase() : LETTERS[at];
  });
  capitals.textContent = "⇧";
  capitals.setAttribute("aria-pressed", "false");
  capitals.setAttribute("aria-label", words.dataset.kazakhCapitals);
  row.append(...letters, capitals);
  return row;
}

// The field of the question that was written in last, or its first.
function fieldBeside(place) {
  const fields = [...place.closest("fieldset").querySelectorAll("input[type=text]")];
  return fields.find((field) => field === lastField) ?? fields[0];
}

function addRows() {
  for (const field of document.querySelectorAll(`[data-kazakh-letters]${WHERE}:enabled`)) {
    if (!field.nextElementSibling?.matches(".kazakh-letters")) field.after(rowFor(field, () => field));
  }
  for (const place of document.querySelectorAll(`fieldset:enabled [data-kazakh-letters-row]${WHERE}:empty`)) {
    place.append(rowFor(place, () => fieldBeside(place)));
  }
}

if (!WHERE || document.querySelector(WHERE)) {
  addRows();
  document.addEventListener("lifelong:shown", addRows);
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("input[type=text]")) lastField = event.target;
  });
}
