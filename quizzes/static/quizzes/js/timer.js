// The time that is left: counted quietly, told at five minutes and at one, and at the end the test is handed in.
// The server's word counts: before anything is handed in, it is asked whether there is more time by now.

const NOTICES = [
  [300, "five"],
  [60, "one"],
];
const PATIENCE = 30000;
const AGAIN = 5000;

class Timer {
  constructor(box) {
    this.box = box;
    this.form = box.closest("form");
    this.digits = box.querySelector("[data-timer-digits]");
    box.querySelector("[data-timer-left]").hidden = false;
    this.begin(Number(box.dataset.seconds));
  }

  begin(seconds) {
    this.end = performance.now() + seconds * 1000;
    this.told = NOTICES.filter(([at]) => seconds <= at);
    this.tick();
    this.beat = setInterval(() => this.tick(), 1000);
  }

  tick() {
    const left = Math.max(Math.ceil((this.end - performance.now()) / 1000), 0);
    this.digits.textContent = inDigits(left);
    for (const notice of NOTICES) {
      if (left > notice[0] || this.told.includes(notice)) continue;
      this.told.push(notice);
      this.say(notice[1]);
    }
    if (left === 0) this.stop();
  }

  async stop() {
    clearInterval(this.beat);
    if (!("handsIn" in this.box.dataset)) return this.say("late");
    this.say("up");
    while (!(await this.handIn())) await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }

  // Returns whether the server has dealt with it.
  async handIn() {
    try {
      const more = await this.moreTime();
      if (more > 1) {
        this.say("more");
        this.begin(more);
        return true;
      }
      const body = new FormData(this.form);
      body.append("do", "finish");
      const response = await fetch(location.pathname, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE) });
      if (response.status >= 500) return false;
      this.form.removeAttribute("data-unsaved"); // it went along, and leaving loses nothing
      location.reload();
      return true;
    } catch {
      return false; // no connection: what is typed stays here
    }
  }

  async moreTime() {
    const response = await fetch(location.pathname, { signal: AbortSignal.timeout(PATIENCE) });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return Number(page.querySelector("[data-timer]")?.dataset.seconds ?? 0);
  }

  say(which) {
    const words = which ? this.box.dataset[`words${which[0].toUpperCase()}${which.slice(1)}`] : "";
    this.box.querySelector("[data-timer-said]").textContent = words;
  }
}

function inDigits(seconds) {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, place) => (place ? String(part).padStart(2, "0") : part)).join(":");
}

for (const box of document.querySelectorAll("[data-timer]")) new Timer(box);
