// Locks the screen of somebody who has gone, after a warning that any sign of life takes back.
// Typing, moving, scrolling and playing media are signs of life; so is the time that a long page takes to read.
// The warning is fetched when it is due: most people never see it, and lines are slow.

const WARNING = 60; // seconds
const A_WORD = 1; // seconds, for a slow reader
const LONGEST_READING = 1200;
const TELL_THE_SERVER = 300;
const SHARED = "lifelong-here"; // the tabs of a browser have one person

const { handOver, here } = document.querySelector("[data-hand-over]").dataset;
const now = () => Date.now() / 1000;
const words = document.querySelector("main").textContent.split(/\s+/).length;
const read = now() + Math.min(words * A_WORD, LONGEST_READING);
let told = now();
let seen = 0;
let warning;

function left() {
  return Math.ceil(Math.max(+localStorage.getItem(SHARED) + +handOver, read) - now());
}

function isHere() {
  // After a sleep it is too late for a sign of life: whoever woke the computer may be anybody.
  if (document.body.hidden || now() - seen < 1 || left() <= 0) return;
  seen = now();
  localStorage.setItem(SHARED, seen);
  warning?.remove();
  warning = null;
  if (seen - told < TELL_THE_SERVER) return;
  told = seen;
  fetch(here, { method: "HEAD" }).catch(() => {});
}

async function warn() {
  warning = document.createElement("div");
  document.body.append(warning);
  warning.innerHTML = await fetch(here).then((answer) => answer.text(), () => "");
}

function tick() {
  const seconds = left();
  if (seconds > WARNING) return warning && isHere();
  if (seconds <= 0) document.body.hidden = true; // also without a connection, and then for good
  if (!warning) return warn();
  const form = warning.querySelector("form");
  if (form) form.querySelector("output").value = Math.max(seconds, 0);
  if (seconds > 0) return;
  if (!form) return warn();
  form.next.value = location.pathname + location.search;
  form.submit();
}

isHere();
for (const sign of ["keydown", "pointerdown", "pointermove", "wheel", "scroll", "timeupdate"])
  addEventListener(sign, isHere, { capture: true, passive: true });
setInterval(tick, 1000);
