// What lessons need now and then: explained words, transcripts on paper, worksheets, the steps of a trainer. They know
// nothing of each
// other; they are one file because each file costs an old line a round trip. A trainer's own script comes before it.

// --- Explains a word where it stands: a link[data-term] to an explanation opens a small box below the word. ---
// Without script the same link leads to the list of words.

let box; // the open one, if any

function explanationOf(link) {
  return document.getElementById(link.getAttribute("href").slice(1))?.querySelector("dd");
}

function close() {
  if (!box) return;
  box.link.setAttribute("aria-expanded", "false");
  box.remove();
  box = null;
}

function open(link) {
  close();
  const explanation = explanationOf(link);
  if (!explanation) return;
  box = document.createElement("span");
  box.className = "term-box";
  box.id = "term-box";
  box.link = link;
  box.setAttribute("role", "status"); // read aloud as soon as it says something
  link.after(box);
  link.setAttribute("aria-expanded", "true");
  // Below the word, over the whole width of the text: nothing sticks out of a narrow screen.
  box.style.top = `${link.offsetTop + link.offsetHeight + 4}px`;
  if (explanation.lang) box.lang = explanation.lang;
  requestAnimationFrame(() => box && (box.textContent = explanation.innerText));
}

function toggle(link) {
  if (box?.link === link) close();
  else open(link);
}

for (const link of document.querySelectorAll("a[data-term]")) {
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
  link.setAttribute("aria-controls", "term-box");
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-term]");
  if (link && explanationOf(link)) {
    event.preventDefault();
    toggle(link);
  } else if (box && !box.contains(event.target)) {
    close();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && box) {
    const link = box.link;
    const hadFocus = link === document.activeElement;
    close();
    if (hadFocus) link.focus();
  } else if (event.key === " " && event.target.matches("a[data-term]")) {
    event.preventDefault(); // what is a button for a screen reader is pressed like one
    toggle(event.target);
  }
});

// --- Paper cannot unfold anything: what details.transcript holds is opened while the page is printed. ---

const folded = () => document.querySelectorAll("details.transcript:not([open])");

addEventListener("beforeprint", () => {
  for (const details of folded()) {
    details.open = true;
    details.dataset.opened = "";
  }
});

addEventListener("afterprint", () => {
  for (const details of document.querySelectorAll("details.transcript[data-opened]")) {
    details.open = false;
    delete details.dataset.opened;
  }
});

// --- A worksheet is printed alone, with all that was typed into it: a field on paper shows only what fits into it. ---

function printAlone(sheet) {
  const root = document.documentElement;
  const block = sheet.closest(".block");
  root.classList.add("prints-one");
  block?.classList.add("is-printed");
  const tidy = () => {
    root.classList.remove("prints-one");
    block?.classList.remove("is-printed");
  };
  addEventListener("afterprint", tidy, { once: true });
  window.print();
}

for (const sheet of document.querySelectorAll("[data-worksheet]")) {
  sheet.addEventListener("input", ({ target }) => {
    target.previousElementSibling.textContent = target.value;
    target.style.height = "auto"; // grows with the words, and shrinks again
    target.style.height = `${target.scrollHeight + target.offsetHeight - target.clientHeight}px`;
  });
  const print = sheet.querySelector("[data-print]");
  print.hidden = false;
  print.querySelector("button").addEventListener("click", () => printAlone(sheet));
}

// --- Leads through the steps of a [data-trainer]: one [data-step] at a time, what was right, and at the end "I did it". ---
//
// A trainer's own script is loaded before this one and speaks to it by events that bubble:
// it hears "lifelong:begun" at a step that is shown, and sends "lifelong:right" when the step is done,
// or "lifelong:tell" with words, such as what to try now. Numbers in `detail` of "lifelong:right" are kept as the result.
// A [data-carry] in it can be carried by mouse or finger; let go, it hears "lifelong:dropped" with the point it is above.

const TREMBLE = 6; // pixels that a hand may slip before it is dragging

class Steps {
  constructor(trainer) {
    this.trainer = trainer;
    this.activity = trainer.closest(".activity");
    this.steps = [...trainer.querySelectorAll("[data-step]")];
    this.count = trainer.querySelector("[data-count]");
    this.said = trainer.querySelector("[data-said]");
    this.next = trainer.querySelector("[data-next]");
    this.again = trainer.querySelector("[data-again]");
    this.bind();
    this.show(0);
    this.activity.classList.add("has-script");
  }

  bind() {
    this.trainer.addEventListener("lifelong:right", (event) => this.right(event.detail));
    this.trainer.addEventListener("lifelong:tell", (event) => this.say(event.detail));
    this.next.addEventListener("click", () => this.goTo(this.at + 1));
    this.again.addEventListener("click", () => this.goTo(0));
    for (const [name, isPlain] of [["to-plain", true], ["to-trainer", false]]) {
      this.activity.querySelector(`[data-${name}]`).addEventListener("click", () => this.turn(isPlain));
    }
  }

  turn(isPlain) {
    this.activity.classList.toggle("is-plain", isPlain);
    this.activity.querySelector(isPlain ? "[data-to-trainer]" : "[data-to-plain]").focus();
  }

  goTo(at) {
    this.show(at);
    const step = this.steps[at];
    (step.querySelector("[data-focus]") ?? step.querySelector(".trainer-task")).focus();
  }

  show(at) {
    this.at = at;
    if (at === 0) this.result = {};
    for (const [number, step] of this.steps.entries()) step.hidden = number !== at;
    this.next.hidden = this.again.hidden = true;
    this.said.classList.remove("is-right");
    this.say("");
    const words = this.count.dataset.count;
    this.count.textContent = words.replace("NUMBER", at + 1).replace("TOTAL", this.steps.length);
    this.steps[at].classList.remove("is-done");
    this.steps[at].dispatchEvent(new CustomEvent("lifelong:begun"));
  }

  right(result) {
    const step = this.steps[this.at];
    if (step.classList.contains("is-done")) return;
    step.classList.add("is-done");
    for (const [name, number] of Object.entries(result ?? {})) this.result[name] = (this.result[name] ?? 0) + number;
    this.said.classList.add("is-right");
    this.say(step.dataset.wordsRight);
    if (this.at === this.steps.length - 1) return this.finish();
    this.next.hidden = false;
    this.next.focus();
  }

  finish() {
    this.say(`${this.steps[this.at].dataset.wordsRight} ${this.trainer.dataset.wordsEnd}`);
    this.again.hidden = false;
    this.again.focus();
    this.record();
  }

  // Whoever may be recorded has a box to tick; posting it in place is the work of saving.js.
  record() {
    const box = this.activity.querySelector("input[name=did]");
    if (!box) return;
    const end = box.closest("[data-in-place]");
    box.checked = true;
    end.querySelector("input[type=hidden]").value = JSON.stringify(this.result);
    this.activity.classList.add("is-finished");
    end.querySelector("button").click();
  }

  say(words) {
    this.said.textContent = words;
  }
}

class Carrying {
  constructor(trainer) {
    trainer.addEventListener("pointerdown", (event) => this.take(event));
    trainer.addEventListener("pointermove", (event) => this.follow(event));
    for (const end of ["pointerup", "pointercancel"]) trainer.addEventListener(end, (event) => this.letGo(event));
    trainer.addEventListener("click", (event) => this.hasMoved && event.stopPropagation(), true); // it was no press
  }

  take(event) {
    this.hasMoved = false;
    this.thing = event.button === 0 ? event.target.closest("[data-carry]") : null;
    if (!this.thing) return;
    this.from = { x: event.pageX, y: event.pageY }; // of the page: it may be scrolled on the way
    this.thing.setPointerCapture(event.pointerId);
  }

  follow(event) {
    if (!this.thing) return;
    const [x, y] = [event.pageX - this.from.x, event.pageY - this.from.y];
    this.hasMoved ||= Math.hypot(x, y) > TREMBLE;
    if (this.hasMoved) this.thing.style.transform = `translate(${x}px, ${y}px)`;
  }

  letGo(event) {
    const thing = this.thing;
    this.thing = null;
    if (!thing || !this.hasMoved) return;
    const box = thing.getBoundingClientRect();
    const detail = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    thing.style.transform = "";
    setTimeout(() => (this.hasMoved = false));
    if (event.type === "pointerup") thing.dispatchEvent(new CustomEvent("lifelong:dropped", { bubbles: true, detail }));
  }
}

for (const trainer of document.querySelectorAll("[data-trainer]")) {
  new Steps(trainer);
  new Carrying(trainer);
}
