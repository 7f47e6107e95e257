// Digits in a field for a number while the Kazakh layout is on, where the key 2 writes ә. Comma and point are keys of
// that row, too; the point is then where the Russian layout has it. A field that may take a unit is left alone: in
// “5 сағ” the key 5 is meant as it writes. Without script the server reads the letters as their digits.

const DIGIT_ROW = 'қ"әіңғ,.үұ';

function digitMeant(event) {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  if (digit && DIGIT_ROW[digit] === event.key.toLowerCase()) return digit;
  return event.code === "Slash" && event.key === "№" ? "." : null;
}

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (!field.matches?.("[data-digit-row]") || event.ctrlKey || event.altKey || event.metaKey) return;
  const character = digitMeant(event);
  if (character === null) return;
  event.preventDefault();
  field.setRangeText(character, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
