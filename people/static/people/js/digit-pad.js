// Digits on the screen beside a PIN, and digits from the keyboard whatever layout is on: in the Kazakh one the
// key 2 writes ә. Without script the server reads those letters as the digits they stand for.

for (const pad of document.querySelectorAll("[data-digit-pad]")) {
  const input = document.getElementById(pad.dataset.digitPad);

  pad.hidden = false;
  pad.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    input.value = button.value === "back" ? input.value.slice(0, -1) : input.value + button.value;
  });
  input.addEventListener("keydown", (event) => {
    const digit = /^Digit(\d)$/.exec(event.code)?.[1];
    if (!digit || event.key === digit || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    input.setRangeText(digit, input.selectionStart, input.selectionEnd, "end");
  });
}
