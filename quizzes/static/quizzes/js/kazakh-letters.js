// The nine letters that a Russian keyboard lacks, as buttons under a field with data-kazakh-letters of a Kazakh page.

const LETTERS = "әғқңөұүһі";

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

function rowFor(field) {
  const row = document.createElement("div");
  row.className = "kazakh-letters";
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", field.dataset.kazakhLetters);
  const letters = Array.from(LETTERS, (letter) => button(letter, (made) => insert(field, made.textContent)));
  const capitals = button("Ә", () => {
    const isOn = capitals.getAttribute("aria-pressed") !== "true";
    capitals.setAttribute("aria-pressed", isOn);
    for (const [at, made] of letters.entries()) made.textContent = isOn ? LETTERS[at].toUpperCase() : LETTERS[at];
  });
  capitals.textContent = "⇧";
  capitals.setAttribute("aria-pressed", "false");
  capitals.setAttribute("aria-label", field.dataset.kazakhCapitals);
  row.append(...letters, capitals);
  return row;
}

function addRows() {
  for (const field of document.querySelectorAll("[data-kazakh-letters]:enabled")) {
    if (!field.nextElementSibling?.matches(".kazakh-letters")) field.after(rowFor(field));
  }
}

if (document.documentElement.lang === "kk") {
  addRows();
  document.addEventListener("lifelong:shown", addRows);
}
