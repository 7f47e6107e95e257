// Drags what can be chosen from a tray to its place. The lists stay: whoever does not drag chooses there.

const FAR_ENOUGH = 4; // pixels; less is a click

function choicesIn(tray) {
  const places = tray.closest("fieldset").querySelectorAll("[data-drop] select");
  return [...places].flatMap((list) => [...list.options]).filter((option) => option.value);
}

function placesOf(tray) {
  return [...tray.closest("fieldset").querySelectorAll("[data-drop]")];
}

function fill(tray) {
  const once = new Map(choicesIn(tray).map((option) => [option.value, option]));
  const cards = Array.from(once.values(), (option) => {
    const card = document.createElement("span");
    card.className = "tray-card";
    card.dataset.value = option.value;
    if (option.lang) card.lang = option.lang;
    card.textContent = option.textContent;
    return card;
  });
  const words = document.createElement("p");
  words.className = "field-help";
  words.textContent = tray.dataset.tray;
  tray.replaceChildren(words, ...cards);
  tray.setAttribute("aria-hidden", "true"); // by ear and keyboard the lists are the shorter way
  mark(tray);
}

function mark(tray) {
  const used = new Set(placesOf(tray).map((place) => place.querySelector("select").value));
  for (const card of tray.querySelectorAll(".tray-card")) card.classList.toggle("is-used", used.has(card.dataset.value));
}

function placeUnder(tray, event) {
  const found = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-drop]");
  return placesOf(tray).includes(found) ? found : null;
}

function put(place, value) {
  const list = place.querySelector("select");
  if (list.value === value || ![...list.options].some((option) => option.value === value)) return;
  list.value = value;
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

function onPointerDown(event) {
  const card = event.target.closest(".tray-card");
  if (!card || event.button) return;
  event.preventDefault();
  const tray = card.closest("[data-tray]");
  const start = event;
  let over = null;
  const follow = (moved) => {
    const [right, down] = [moved.clientX - start.clientX, moved.clientY - start.clientY];
    if (Math.hypot(right, down) < FAR_ENOUGH) return;
    card.classList.add("is-dragged");
    card.style.transform = `translate(${right}px, ${down}px)`;
    over?.classList.remove("is-over");
    over = placeUnder(tray, moved);
    over?.classList.add("is-over");
  };
  const drop = (ended) => {
    document.removeEventListener("pointermove", follow);
    for (const end of ["pointerup", "pointercancel"]) document.removeEventListener(end, drop);
    card.classList.remove("is-dragged");
    card.style.transform = "";
    over?.classList.remove("is-over");
    if (over && ended.type === "pointerup") put(over, card.dataset.value);
  };
  document.addEventListener("pointermove", follow);
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, drop);
}

function fillAll() {
  for (const tray of document.querySelectorAll("fieldset:enabled [data-tray]:empty")) fill(tray);
}

fillAll();
document.addEventListener("lifelong:shown", fillAll);
document.addEventListener("pointerdown", onPointerDown);
document.addEventListener("change", (event) => {
  const tray = event.target.closest?.("fieldset")?.querySelector("[data-tray]");
  if (tray) mark(tray);
});
