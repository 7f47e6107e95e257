// Typing a line: shows where one is, the next key on a drawn keyboard, and in words what went astray.
// The line ends a step when it stands there as it should. One sign too many is kept, so one Backspace puts it right.

const isLatin = (sign) => /[a-z]/i.test(sign);
const isCyrillic = (sign) => /[Ѐ-ӿ]/.test(sign);
const isKazakh = (sign) => /[әіңғүұқөһ]/i.test(sign);
const isDigit = (sign) => /\d/.test(sign);

class Keyboard {
  constructor(place) {
    this.place = place;
  }

  show(name) {
    const rows = (part) => this.place.dataset[part].split("\n").map((row) => [...row]);
    this.plain = rows(name);
    this.shifted = rows(`${name}Shifted`);
    const keys = this.plain.map((row, at) => row.map((sign, number) => this.key(sign, this.shifted[at][number])));
    keys[0].push(extra("⌫", "key-back"));
    keys[2].push(extra("Enter", "key-enter"));
    keys[3].unshift(extra("Shift", "key-shift"));
    keys[3].push(extra("Shift", "key-shift"));
    const lines = [...keys, [extra("", "key-space")]].map((row) => {
      const line = document.createElement("div");
      line.className = "key-row";
      line.append(...row);
      return line;
    });
    this.place.replaceChildren(...lines);
  }

  key(sign, shifted) {
    const isLetter = sign.toUpperCase() === shifted;
    const made = extra(isLetter ? shifted : sign, isKazakh(sign) ? "key-kazakh" : "");
    if (!isLetter) made.prepend(Object.assign(document.createElement("i"), { textContent: shifted }));
    made.dataset.key = sign;
    return made;
  }

  // Marks the key of a sign, and returns how it is pressed: "key", "shift", "long" or "pad".
  mark(sign) {
    for (const marked of this.place.querySelectorAll(".is-next")) marked.classList.remove("is-next");
    if (sign === undefined) return "";
    if (sign === " ") return this.light(".key-space", "long");
    if (this.plain.flat().includes(sign)) return this.light(`[data-key="${CSS.escape(sign)}"]`, "key");
    const at = this.shifted.flat().indexOf(sign);
    if (at < 0) return "pad";
    this.light(".key-shift", "");
    return this.light(`[data-key="${CSS.escape(this.plain.flat()[at])}"]`, "shift");
  }

  light(selector, how) {
    this.place.querySelector(selector).classList.add("is-next");
    return how;
  }
}

function extra(words, name) {
  const made = document.createElement("b");
  made.className = `key ${name}`;
  made.append(words);
  return made;
}

class Line {
  constructor(step, trainer, keyboard) {
    this.step = step;
    this.words = trainer.dataset;
    this.keyboard = keyboard;
    this.name = trainer.querySelector("[data-keyboard-name]");
    this.nextKey = trainer.querySelector("[data-next-key]");
    this.shown = step.querySelector("[data-line]");
    this.field = step.querySelector("[data-typed]");
    this.line = this.shown.textContent;
    this.field.addEventListener("input", (event) => event.isComposing || this.onInput());
    this.field.addEventListener("compositionend", () => this.onInput());
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // neither sent nor checked: the line is not an answer
      event.stopPropagation();
    });
    step.addEventListener("lifelong:begun", () => this.begin());
  }

  begin() {
    this.field.value = "";
    this.field.readOnly = false;
    this.mistakes = 0;
    this.hadMistake = false;
    this.keyboard.show(this.step.dataset.layout);
    this.name.textContent = this.step.dataset.keyboard;
    this.show(0, "");
  }

  onInput() {
    if (this.step.classList.contains("is-done")) return;
    const typed = this.field.value.normalize("NFC").replaceAll("\xa0", " ");
    let at = 0;
    while (at < typed.length && typed[at] === this.line[at]) at++;
    const wrong = at < this.line.length ? typed.slice(at, at + 1) : "";
    if (typed !== this.field.value || typed.length > at + 1) this.field.value = this.line.slice(0, at) + wrong;
    if (wrong && !this.hadMistake) this.mistakes++;
    this.hadMistake = wrong !== "";
    this.show(at, wrong);
    this.send("tell", wrong ? this.judge(this.line[at], wrong) : "");
    if (at === this.line.length && !wrong) this.finish();
  }

  finish() {
    this.field.readOnly = true;
    this.send("right", { mistakes: this.mistakes });
  }

  send(what, detail) {
    this.step.dispatchEvent(new CustomEvent(`lifelong:${what}`, { bubbles: true, detail }));
  }

  show(at, wrong) {
    const [done, next] = [document.createElement("span"), document.createElement("mark")];
    done.textContent = this.line.slice(0, at);
    next.textContent = this.line[at] === " " ? "␣" : (this.line[at] ?? "");
    next.classList.toggle("is-wrong", wrong !== "");
    this.shown.replaceChildren(done, next, this.line.slice(at + 1));
    const sign = this.line[at];
    const how = this.keyboard.mark(sign);
    this.nextKey.textContent = how ? this.say(how, sign) : "";
  }

  judge(wanted, typed) {
    if (isLatin(typed) && isCyrillic(wanted)) return this.say("latin", wanted);
    if (isCyrillic(typed) && isLatin(wanted)) return this.say("cyrillic", wanted);
    if (isKazakh(typed) && isDigit(wanted)) return this.say("digit", wanted);
    if (isKazakh(wanted) && !isCyrillic(typed)) return this.say("notKazakh", wanted);
    if (wanted === " ") return this.say("space", wanted);
    if (typed.toUpperCase() === wanted) return this.say("capital", wanted);
    if (typed.toLowerCase() === wanted) return this.say("small", wanted);
    return this.say("wrong", wanted);
  }

  say(what, sign) {
    return this.words[`words${what[0].toUpperCase()}${what.slice(1)}`].replace("SIGN", sign);
  }
}

for (const trainer of document.querySelectorAll("[data-trainer=keyboard]")) {
  const keyboard = new Keyboard(trainer.querySelector("[data-keys]"));
  for (const step of trainer.querySelectorAll("[data-step]")) new Line(step, trainer, keyboard);
}
