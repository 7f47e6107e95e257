// A click into a picture marks the place at once. Without this script it posts the form, which marks the place, too.
// Bound to input[data-hotspot]; the list below the picture holds the answer.

function placeIn(picture, event) {
  const box = picture.getBoundingClientRect();
  const share = (at, from, size) => Math.min(Math.max(((at - from) / size) * 100, 0), 100).toFixed(2);
  return [share(event.clientX, box.left, box.width), share(event.clientY, box.top, box.height)];
}

function listOf(question) {
  return question.querySelector("select[data-words-place]");
}

function optionIn(list) {
  const option = list.querySelector("[data-place]") ?? document.createElement("option");
  if (!option.isConnected) {
    option.dataset.place = "";
    option.textContent = list.dataset.wordsPlace;
    list.options[0].after(option);
  }
  return option;
}

function showMark(question, place) {
  for (const mark of question.querySelectorAll("[data-mark]")) {
    mark.removeAttribute("visibility");
    if (!place) mark.setAttribute("visibility", "hidden");
    else for (const [axis, share] of Object.entries(place)) mark.setAttribute(axis, `${share}%`);
  }
}

function onClick(event) {
  const picture = event.target.closest("input[data-hotspot]");
  if (!picture) return;
  event.preventDefault();
  const question = picture.closest("[data-item]");
  const list = listOf(question);
  if (event.detail === 0) return list.focus(); // pressed, but not pointed with
  const [x, y] = placeIn(picture, event);
  const option = optionIn(list);
  option.value = `at ${x} ${y}`;
  option.selected = true;
  showMark(question, { x, y });
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

// Whoever chooses a name takes the mark away, and gets it back with “the place marked in the picture”.
function onChange(event) {
  if (!event.target.matches("select[data-words-place]")) return;
  const [, x, y] = event.target.value.split(" ");
  showMark(event.target.closest("[data-item]"), y && { x, y });
}

document.addEventListener("click", onClick);
document.addEventListener("change", onChange);
