// Saves each answer when it changes, one save after the other, until the server says it is on disk.
// Bound to form[data-save]. Without it the form's buttons save everything: this only makes it sooner.

const TYPING_PAUSE = 1000;
const LONGEST_PAUSE = 30000;
const ANSWER_WITHIN = 30000;
const tab = randomHex(); // names this opened page, so that the server can order its saves

// crypto.randomUUID is absent over plain HTTP; this is not.
function randomHex() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isTyped(field) {
  return field.matches("textarea, input:not([type=radio], [type=checkbox], [type=hidden])");
}

class Saver {
  constructor(form) {
    this.form = form;
    this.waiting = []; // edits that the server has not confirmed, oldest first
    this.typing = new Map(); // item id -> timer of a text that is still being typed
    this.sequence = 0;
    this.isBusy = false;
    this.isLeaving = false;
    this.bind();
  }

  bind() {
    this.form.addEventListener("input", (event) => this.onInput(event));
    this.form.addEventListener("change", (event) => this.onEdit(event.target));
    this.form.addEventListener("keydown", (event) => this.onKey(event));
    // An ordinary submit posts everything on the page: nothing is left to warn about.
    window.addEventListener("submit", (event) => {
      this.isLeaving ||= event.target === this.form && !event.defaultPrevented;
    });
    window.addEventListener("pageshow", () => (this.isLeaving = false));
    window.addEventListener("beforeunload", (event) => {
      if (!this.hasUnsaved || this.isLeaving) return;
      event.preventDefault();
      event.returnValue = "unsaved"; // Chrome before 119, the last one for Windows 7
    });
    for (const news of ["online", "focus"]) window.addEventListener(news, () => this.wake?.());
  }

  get hasUnsaved() {
    return this.waiting.length > 0 || this.typing.size > 0;
  }

  onInput(event) {
    const item = event.target.closest("[data-item]");
    if (!item || !isTyped(event.target)) return;
    forgetVerdict(item);
    this.stopTyping(item);
    this.typing.set(item.dataset.item, setTimeout(() => this.onEdit(event.target), TYPING_PAUSE));
  }

  // Enter in a text would press the form's first button and reload the page: save in place instead.
  onKey(event) {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches("input")) return;
    event.preventDefault();
    this.onEdit(event.target);
  }

  onEdit(field) {
    const item = field.closest("[data-item]");
    if (!item) return;
    this.stopTyping(item);
    const answer = answerIn(this.form, item);
    const said = JSON.stringify(answer);
    if (item.dataset.said === said) return;
    item.dataset.said = said;
    forgetVerdict(item);
    this.queue({ id: item.dataset.item, answer, key: randomHex(), sequence: ++this.sequence, at: performance.now() });
  }

  stopTyping(item) {
    clearTimeout(this.typing.get(item.dataset.item));
    this.typing.delete(item.dataset.item);
  }

  queue(edit) {
    // An edit that was never sent is replaced by the next one to the same item; one under way is not.
    this.waiting = this.waiting.filter((other) => other.wasSent || other.id !== edit.id);
    this.waitFor([...this.waiting, edit]);
    this.saveAll();
  }

  waitFor(edits) {
    this.waiting = edits;
    this.form.toggleAttribute("data-unsaved", edits.length > 0);
  }

  async saveAll() {
    if (this.isBusy) return;
    this.isBusy = true;
    let pause = 1000;
    while (this.waiting.length) {
      const edit = this.waiting[0];
      edit.wasSent = true;
      if (await this.save(edit)) {
        this.waitFor(this.waiting.filter((other) => other !== edit));
        pause = 1000;
      } else {
        await this.sleep(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    }
    this.isBusy = false;
  }

  // Returns whether the server has dealt with the edit; otherwise it is sent again, the very same.
  async save(edit) {
    const soon = setTimeout(() => this.show(edit.id, "saving"), 700);
    try {
      const response = await fetch(this.address, {
        method: "POST",
        body: this.bodyOf(edit),
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout(ANSWER_WITHIN),
      });
      clearTimeout(soon);
      return await this.deal(edit, response);
    } catch {
      clearTimeout(soon);
      this.show(edit.id, "unsaved");
      return false;
    }
  }

  get address() {
    return this.form.getAttribute("action") || location.pathname;
  }

  bodyOf(edit) {
    const body = new URLSearchParams(); // the server reads it in a tenth of the time that FormData takes
    for (const [name, value] of edit.answer) body.append(name, value);
    const age = Math.round(performance.now() - edit.at);
    const { id: only, key, sequence } = edit;
    const more = { do: "save", only, key, tab, sequence, age, csrfmiddlewaretoken: tokenIn(this.form) };
    for (const [name, value] of Object.entries(more)) body.append(name, value);
    return body;
  }

  async deal(edit, response) {
    if (response.status === 403) await this.renewToken();
    const isAnswer = response.headers.get("Content-Type")?.startsWith("application/json");
    if (!isAnswer || ![200, 401, 409, 422].includes(response.status)) throw new Error("not saved");
    const said = await response.json();
    if (response.status === 401) return this.askToSignIn(edit, said);
    if (response.status === 409) this.show(edit.id, "unsaved", said.message);
    if (response.status === 422) this.show(edit.id, "unsaved", said.errors[edit.id]);
    if (response.status === 200) this.confirm(edit, said.saved);
    return true;
  }

  confirm(edit, saved) {
    const item = this.itemOf(edit.id);
    const shown = item?.querySelector("[data-was]");
    if (shown && edit.id in saved) shown.value = saved[edit.id];
    const hasMore = this.waiting.some((other) => other !== edit && other.id === edit.id);
    if (!hasMore) this.show(edit.id, "saved");
  }

  askToSignIn(edit, said) {
    const link = document.createElement("a");
    link.href = said.sign_in;
    link.target = "_blank"; // the answers that wait are on this page
    link.textContent = said.message;
    this.show(edit.id, "unsaved", link);
    return false;
  }

  // Signing in again changes the form's token. Take the new one, but for the same learner only.
  async renewToken() {
    const response = await fetch(location.pathname, { signal: AbortSignal.timeout(ANSWER_WITHIN) });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById(this.form.id);
    if (!fresh || !this.form.dataset.learner || fresh.dataset.learner !== this.form.dataset.learner) return;
    for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = tokenIn(fresh);
  }

  show(id, kind, words) {
    const place = this.itemOf(id)?.querySelector("[data-save-state]");
    if (!place) return;
    const told = words || this.form.dataset[`words${kind[0].toUpperCase()}${kind.slice(1)}`] || "";
    if (place.dataset.kind === kind && place.textContent === (told.textContent ?? told)) return;
    place.dataset.kind = kind;
    place.replaceChildren(told);
  }

  itemOf(id) {
    return this.form.querySelector(`[data-item="${id}"]`);
  }

  sleep(milliseconds) {
    return new Promise((resolve) => {
      this.wake = resolve;
      setTimeout(resolve, milliseconds);
    });
  }
}

function tokenIn(form) {
  return form.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}

// What the fieldset posts, without the fingerprint of what was shown.
function answerIn(form, item) {
  const names = new Set(Array.from(item.elements, (field) => field.name));
  return [...new FormData(form)].filter(([name]) => names.has(name) && !name.startsWith("was-"));
}

// A verdict belongs to the answer that was checked, not to the one being written now;
// but what a teacher wants improved is read while improving it.
function forgetVerdict(item) {
  item.dataset.state = "answered";
  const said = item.querySelector("[data-feedback]");
  if (!said?.querySelector(".feedback-returned")) said?.replaceChildren();
}

for (const form of document.querySelectorAll("form[data-save]")) new Saver(form);
