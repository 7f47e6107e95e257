// The tasks of the mouse trainer. Each can also be done by touch and by keyboard: a press without a mouse (detail 0,
// Enter or Space on a focused button) does what the task is about.

const DOUBLE = 1200; // milliseconds between two presses: calmer than the computer itself
const HOLD = 600;

function right(step) {
  step.dispatchEvent(new CustomEvent("lifelong:right", { bubbles: true }));
}

function tell(step, name) {
  step.dispatchEvent(new CustomEvent("lifelong:tell", { bubbles: true, detail: step.dataset[name] }));
}

function targetsOf(step) {
  return [...step.querySelectorAll("[data-target]")];
}

// Shows one target after the other; the last one ends the step.
function inTurn(step, listen) {
  const targets = targetsOf(step);
  const show = (at) => targets.forEach((target, number) => (target.hidden = number !== at));
  step.addEventListener("lifelong:begun", () => show(0));
  for (const [at, target] of targets.entries()) {
    listen(target, () => {
      if (at === targets.length - 1) return right(step);
      const hadFocus = target === document.activeElement;
      show(at + 1);
      if (hadFocus) targets[at + 1].focus();
    });
  }
}

function move(step) {
  inTurn(step, (target, hit) => {
    target.addEventListener("click", hit);
    target.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && hit());
  });
}

function click(step) {
  inTurn(step, (target, hit) => target.addEventListener("click", hit));
  step.querySelector(".stage").addEventListener("click", (event) => {
    if (event.target === event.currentTarget) tell(step, "wordsNear");
  });
}

function double(step) {
  const [folder] = targetsOf(step);
  let before = -Infinity;
  folder.addEventListener("click", (event) => {
    const isSecond = event.timeStamp - before < DOUBLE;
    before = event.timeStamp;
    if (event.detail === 0 || isSecond) right(step);
    else tell(step, "wordsNear");
  });
  step.addEventListener("lifelong:begun", () => (before = -Infinity));
}

function menu(step) {
  const [page] = targetsOf(step);
  const drawn = step.querySelector("[data-menu]");
  let holding;
  const open = (isOpen) => {
    drawn.hidden = !isOpen;
    page.setAttribute("aria-expanded", isOpen);
    if (!isOpen) return;
    tell(step, "wordsMenu");
    drawn.querySelector("button").focus();
  };
  page.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    open(true);
  });
  page.addEventListener("click", (event) => {
    if (event.detail === 0) open(true);
    else if (drawn.hidden) tell(step, "wordsNear");
  });
  page.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") holding = setTimeout(open, HOLD, true);
  });
  for (const end of ["pointerup", "pointercancel"]) page.addEventListener(end, () => clearTimeout(holding));
  drawn.addEventListener("click", (event) => {
    const chosen = event.target.closest("button");
    if (!chosen) return;
    if (!("wanted" in chosen.dataset)) return tell(step, "wordsOther");
    open(false);
    right(step);
  });
  drawn.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open(false);
    page.focus();
  });
  step.addEventListener("lifelong:begun", () => open(false));
}

function drag(step) {
  const apples = targetsOf(step);
  const basket = step.querySelector("[data-basket]");
  let taken = null;
  const take = (apple) => {
    taken = apple;
    for (const one of apples) one.setAttribute("aria-pressed", one === apple);
  };
  const put = (apple) => {
    take(null);
    apple.hidden = true;
    const rest = apples.find((one) => !one.hidden);
    if (!rest) return right(step);
    rest.focus();
    tell(step, "wordsMore");
  };
  for (const apple of apples) {
    apple.addEventListener("click", () => {
      take(apple);
      tell(step, "wordsTaken");
    });
    apple.addEventListener("lifelong:dropped", (event) => {
      if (isOver(basket, event.detail)) put(apple);
      else tell(step, "wordsNear");
    });
  }
  basket.addEventListener("click", () => (taken ? put(taken) : tell(step, "wordsFirst")));
  step.addEventListener("lifelong:begun", () => {
    take(null);
    for (const apple of apples) apple.hidden = false;
  });
}

function isOver(goal, { x, y }) {
  const box = goal.getBoundingClientRect();
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

function scroll(step) {
  const road = step.querySelector("[data-road]");
  road.addEventListener("scroll", () => {
    const isThere = road.scrollTop + road.clientHeight > road.scrollHeight - 24;
    if (isThere && !step.classList.contains("is-done")) tell(step, "wordsThere");
  });
  targetsOf(step)[0].addEventListener("click", () => right(step));
  step.addEventListener("lifelong:begun", () => (road.scrollTop = 0));
}

const TASKS = { move, click, double, menu, drag, scroll };

for (const trainer of document.querySelectorAll("[data-trainer=mouse]")) {
  for (const step of trainer.querySelectorAll("[data-step]")) TASKS[step.dataset.step](step);
}
