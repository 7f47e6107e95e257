// Sends answers, one after the other, until the server says they are on disk; until then they are kept in this browser,
// so that a page may be left and a computer switched off. What is left is sent from the next page of the site.
// Each answer is kept under its learner's alias: nobody's page sends what somebody else has written.
//
// Two halves that know each other by events alone: the queue, on every page of the site, is told of an answer by
// lifelong:edit and tells what becomes of it by lifelong:save; a form with questions tells and shows. They are one file
// because each file costs an old line a round trip; so the checking of single answers stands below them.

const LONGEST_KEPT = 30 * 24 * 3600 * 1000; // the server believes in no older age
const OPENS_WITHIN = 5000;
const ANSWER_WITHIN = 30000;
const SLOW = 700;
const PAUSES = [1000, 2000, 4000, 8000, 16000, 30000];
const STATES = { 200: "saved", 401: "signedOut", 403: "closed", 409: "late", 422: "refused", 503: "unsaved" };

// --- The journal. Without IndexedDB, or where it is shut, nothing is kept and everything else works. ---

let opening;

function open() {
  opening ??= new Promise((resolve) => {
    setTimeout(resolve, OPENS_WITHIN, null);
    try {
      const asked = indexedDB.open("lifelong", 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("edits", { keyPath: "key" }).createIndex("learner", "learner");
      };
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opening;
}

// Returns what `act` asked for, or undefined where nothing can be kept.
async function inJournal(mode, act) {
  const database = await open();
  return new Promise((resolve) => {
    try {
      const transaction = database.transaction("edits", mode, { durability: "strict" });
      const asked = act(transaction.objectStore("edits"));
      transaction.oncomplete = () => resolve(asked.result ?? true);
      transaction.onabort = () => resolve(); // the disk is full
    } catch {
      resolve();
    }
  });
}

async function keep(edit) {
  if (edit.learner) edit.isKept = Boolean(await inJournal("readwrite", (edits) => edits.put(edit)));
  if (edit.isKept && told.has(edit)) tell(edit, ...told.get(edit));
}

function forget(edit) {
  return inJournal("readwrite", (edits) => edits.delete(edit.key));
}

// What earlier pages of this learner have left, oldest first.
async function leftBy(learner) {
  const found = (await inJournal("readonly", (edits) => edits.index("learner").getAll(learner))) ?? [];
  const isOld = (edit) => now() - edit.at > LONGEST_KEPT;
  for (const edit of found.filter(isOld)) forget(edit);
  return found.filter((edit) => !isOld(edit)).sort((one, other) => one.at - other.at);
}

// --- The queue. ---

const waiting = []; // oldest first
const told = new Map(); // edit that waits -> what was said of it last
let isBusy = false;
let wake = () => {};

function add(edit) {
  // One that was never sent is replaced by the next one to the same question; one under way is not.
  for (const other of [...waiting]) {
    if (other.id === edit.id && other.tab === edit.tab && !other.wasSent) drop(other);
  }
  waiting.push(edit);
  tell(edit, "waiting");
  keep(edit);
  wake();
  sendAll();
}

function drop(edit) {
  waiting.splice(waiting.indexOf(edit), 1);
  told.delete(edit);
  forget(edit);
}

async function sendAll() {
  if (isBusy) return;
  isBusy = true;
  for (let failures = 0; waiting.length; ) {
    if (await sendOnce()) failures = 0;
    else await sleep(PAUSES[Math.min(failures++, PAUSES.length - 1)]);
  }
  isBusy = false;
}

// Sends everything once and returns whether nothing failed. Where one finds nobody, the others would not either.
async function sendOnce() {
  let isDone = true;
  for (const edit of [...waiting]) {
    if (!waiting.includes(edit)) continue; // replaced meanwhile
    edit.wasSent = true;
    const slow = setTimeout(() => tell(edit, "saving"), SLOW);
    const { state, said } = await send(edit);
    clearTimeout(slow);
    const isDealtWith = ["saved", "late", "refused"].includes(state);
    if (isDealtWith) drop(edit);
    tell(edit, state, said);
    isDone &&= isDealtWith;
    if (state === "offline" || state === "signedOut") {
      for (const other of waiting) tell(other, state, said);
      return false;
    }
  }
  return isDone;
}

function tell(edit, state, said = {}) {
  if (waiting.includes(edit)) told.set(edit, [state, said]);
  document.dispatchEvent(new CustomEvent("lifelong:save", { detail: { edit, state, said } }));
}

function sleep(milliseconds) {
  return new Promise((resolve) => {
    wake = resolve;
    setTimeout(resolve, milliseconds);
  });
}

// --- Sending. The same edit may be sent any number of times: the server knows it by its key. ---

async function send(edit) {
  try {
    const response = await fetch(edit.address, {
      method: "POST",
      body: bodyOf(edit),
      headers: { Accept: "application/json" },
      keepalive: document.visibilityState === "hidden",
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    if (response.headers.get("Content-Type")?.startsWith("application/json") && response.status in STATES) {
      return { state: STATES[response.status], said: await response.json() };
    }
    if (response.status === 403) await renewToken();
    return { state: "unsaved" };
  } catch {
    return { state: "offline" };
  }
}

function bodyOf(edit) {
  const body = new URLSearchParams(); // the server reads it in a tenth of the time that FormData takes
  for (const [name, value] of edit.answer) body.append(name, value);
  const { id: only, key, tab, sequence, learner, attempt, shown = "", made = "" } = edit;
  const age = Math.max(0, Math.round(now() - edit.at));
  const more = { do: "save", only, key, tab, sequence, age, learner, attempt, shown, made, csrfmiddlewaretoken: tokenIn(document) };
  for (const [name, value] of Object.entries(more)) body.append(name, value);
  return body;
}

function tokenIn(page) {
  return page.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}

// Signing in again, in another window, changes the token of every form. Take the new one, but for the same learner only.
async function renewToken() {
  const response = await fetch(location.pathname, { signal: AbortSignal.timeout(ANSWER_WITHIN) });
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  if (!learner || aliasIn(fresh) !== learner) return;
  for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = tokenIn(fresh);
}

function aliasIn(page) {
  return page.querySelector("[data-learner]")?.dataset.learner;
}

// The server's clock, as it was when it made this page: the computer's own may be years off after a power cut.
function now() {
  const then = Number(document.querySelector("[data-now]")?.dataset.now);
  return then ? then + performance.now() : Date.now();
}

// --- ---

const learner = aliasIn(document);
document.addEventListener("lifelong:edit", ({ detail }) => add({ ...detail, learner, at: now() }));
document.addEventListener("lifelong:hurry", () => wake());
for (const news of ["online", "focus"]) window.addEventListener(news, () => wake());

if (learner) {
  leftBy(learner).then((left) => {
    const known = new Set(waiting.map((edit) => edit.key));
    const earlier = left.filter((edit) => !known.has(edit.key));
    waiting.unshift(...earlier.map((edit) => Object.assign(edit, { isEarlier: true, isKept: true })));
    document.documentElement.dataset.journal = "read";
    for (const edit of earlier) tell(edit, "waiting");
    document.dispatchEvent(new CustomEvent("lifelong:read"));
    sendAll();
  });
}

// Other pages of the site have a place for the good news.
document.addEventListener("lifelong:save", ({ detail: { edit, state, said } }) => {
  const place = document.querySelector("[data-kept-answers]");
  if (!place || !edit.isEarlier || !["saved", "late", "refused"].includes(state)) return;
  const words = state === "saved" ? place.dataset.wordsSent : (said.message ?? said.errors?.[edit.id]);
  if (!words || place.textContent.includes(words)) return;
  place.append(Object.assign(document.createElement("p"), { className: "notice", textContent: words }));
});

// --- A form with questions: form[data-save]. Without script its buttons save everything; this only makes it sooner. ---

const TYPING_PAUSE = 1000;
const TYPING_LONGEST = 5000; // a long text is saved while it is being written
const HOLD_LONGEST = 5000;
const BRING_AFTER = 100;
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
    this.unsaved = new Map(); // key -> edit that the server has not confirmed
    this.coming = new Map(); // item id -> what to say of it once its answer was brought from the server
    this.typing = new Map(); // item id -> text that is still being typed: its timer, and since when
    this.sequence = 0;
    this.isLeaving = false;
    this.bind();
  }

  bind() {
    this.form.addEventListener("input", (event) => this.onInput(event));
    this.form.addEventListener("change", (event) => this.onEdit(event.target));
    this.form.addEventListener("keydown", (event) => this.onKey(event));
    this.form.addEventListener("submit", (event) => this.onSubmit(event), { capture: true });
    document.addEventListener("lifelong:save", ({ detail }) => this.onNews(detail));
    document.addEventListener("lifelong:read", () => this.hasEarlier || this.letGo());
    document.addEventListener("visibilitychange", () => document.hidden && this.finishTyping());
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
  }

  get hasUnsaved() {
    return this.unsaved.size > 0 || this.typing.size > 0;
  }

  isUnsaved(id) {
    return [...this.unsaved.values()].some((edit) => edit.id === id);
  }

  onInput(event) {
    const item = event.target.closest("[data-item]");
    if (!item || !isTyped(event.target)) return;
    forgetVerdict(item);
    const since = this.typing.get(item.dataset.item)?.since ?? performance.now();
    const pause = Math.min(TYPING_PAUSE, since + TYPING_LONGEST - performance.now());
    this.stopTyping(item);
    this.typing.set(item.dataset.item, { since, field: event.target, timer: setTimeout(() => this.onEdit(event.target), pause) });
    this.show(item.dataset.item, "waiting");
    this.showPage();
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
    const wasTyping = this.stopTyping(item);
    const answer = answerIn(this.form, item);
    const said = JSON.stringify(answer);
    if (item.dataset.said === said) return wasTyping && this.onNothingNew(item);
    item.dataset.said = said;
    forgetVerdict(item);
    const edit = { id: item.dataset.item, answer, key: randomHex(), tab, sequence: ++this.sequence };
    const attempt = this.form.elements.attempt?.value ?? "";
    const [shown, made] = [wasIn(item), this.form.dataset.now];
    const address = this.form.getAttribute("action") || location.pathname;
    document.dispatchEvent(new CustomEvent("lifelong:edit", { detail: { ...edit, attempt, address, shown, made } }));
  }

  // Typed, and taken back again.
  onNothingNew(item) {
    if (!this.isUnsaved(item.dataset.item)) this.show(item.dataset.item, "saved");
    this.showPage();
  }

  stopTyping(item) {
    clearTimeout(this.typing.get(item.dataset.item)?.timer);
    return this.typing.delete(item.dataset.item);
  }

  // Whoever goes to another window or shuts this one may not come back to it.
  finishTyping() {
    for (const { field } of [...this.typing.values()]) this.onEdit(field);
  }

  // What an earlier visit left behind goes first: after "Finish" it would be too late.
  onSubmit(event) {
    if (!this.hasEarlier || this.hasHeld) return;
    event.preventDefault();
    event.stopPropagation();
    this.hasHeld = true;
    this.goOn = () => this.form.requestSubmit(event.submitter);
    document.dispatchEvent(new CustomEvent("lifelong:hurry"));
    setTimeout(() => this.letGo(), HOLD_LONGEST);
  }

  get hasEarlier() {
    const isRead = document.documentElement.dataset.journal === "read";
    return !isRead || [...this.unsaved.values()].some((edit) => edit.isEarlier && this.itemOf(edit.id));
  }

  letGo() {
    const goOn = this.goOn;
    this.goOn = null;
    goOn?.();
  }

  onNews({ edit, state, said }) {
    const isOver = ["saved", "late", "refused"].includes(state);
    for (const other of [...this.unsaved.values()]) {
      const isReplaced = other.id === edit.id && other.tab === edit.tab && !other.wasSent;
      if (other === edit ? isOver : isReplaced) this.unsaved.delete(other.key);
    }
    if (!isOver) this.unsaved.set(edit.key, edit);
    this.form.toggleAttribute("data-unsaved", this.unsaved.size > 0);
    this.tellItem(edit, state, said);
    this.state = state;
    this.said = said;
    this.showPage();
    if (!this.hasEarlier) this.letGo();
  }

  tellItem(edit, state, said) {
    const item = this.itemOf(edit.id);
    if (!item) return;
    if (state === "saved") return this.tellSaved(edit, item, said);
    const isKept = edit.isKept && ["offline", "unsaved"].includes(state);
    const how = isKept ? `${state}Kept` : state;
    const message = state === "unsaved" && said.message ? `${said.message} ${this.wordsFor(how)}` : said.message;
    this.show(edit.id, how, this.linkTo(said) ?? message ?? said.errors?.[edit.id]);
  }

  tellSaved(edit, item, said) {
    const isNewer = said.newer?.includes(edit.id);
    const isOnScreen = !isNewer && !edit.isEarlier;
    const shown = item.querySelector("[data-was]");
    if (isOnScreen && shown && edit.id in said.saved) shown.value = said.saved[edit.id];
    for (const [id, was] of Object.entries(said.elsewhere ?? {})) this.bringIfOlder(id, was);
    if (this.isUnsaved(edit.id) || this.typing.has(edit.id)) return;
    if (isOnScreen) this.show(edit.id, said.replaced?.includes(edit.id) ? "replaced" : "saved");
    else this.bring(edit.id, isNewer ? "newer" : "saved");
  }

  // Another window or computer has answered a question that stands here as it was before.
  bringIfOlder(id, was) {
    const item = this.itemOf(id);
    if (item && wasIn(item) !== was) this.bring(id, "elsewhere");
  }

  // Shows questions as the server has them now, all of a moment together.
  bring(id, state) {
    this.coming.set(id, state);
    clearTimeout(this.bringing);
    this.bringing = setTimeout(() => this.bringAll(), BRING_AFTER);
  }

  async bringAll() {
    const coming = [...this.coming];
    this.coming.clear();
    const response = await fetch(location.pathname, { signal: AbortSignal.timeout(ANSWER_WITHIN) });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const [id, state] of coming) this.put(id, page.getElementById(`item-${id}`), state);
  }

  put(id, fresh, state) {
    const old = this.itemOf(id);
    if (!old || !fresh || this.typing.has(id) || this.isUnsaved(id)) return;
    if (state === "elsewhere" && wasIn(old) === wasIn(fresh)) return; // it was to an earlier wording of the question
    const focused = old.contains(document.activeElement) && document.activeElement;
    old.replaceWith(fresh);
    fresh.dispatchEvent(new CustomEvent("lifelong:shown", { bubbles: true }));
    this.show(id, state === "elsewhere" ? "newer" : state);
    if (focused) (fresh.querySelector("input:checked, input:not([type=hidden]), textarea, select") ?? fresh).focus();
  }

  // `state` names the words; their kind is what the style sheet knows.
  show(id, state, words) {
    const place = this.itemOf(id)?.querySelector("[data-save-state]");
    if (place) this.fill(place, state, words);
  }

  // One line for the whole page.
  showPage() {
    const place = this.form.querySelector("[data-page-state]");
    if (!place) return;
    if (!this.hasUnsaved) this.fill(place, "pageSaved");
    else if (this.state === "signedOut") this.fill(place, "signedOut", this.linkTo(this.said));
    else if (this.state === "offline") this.fill(place, this.isAllKept ? "offlineKept" : "offline");
    else this.fill(place, "waiting");
  }

  wordsFor(state) {
    return this.form.dataset[`words${state[0].toUpperCase()}${state.slice(1)}`] ?? "";
  }

  fill(place, state, words) {
    const told = words || this.wordsFor(state);
    const kind = KINDS[state] ?? "unsaved";
    if (place.dataset.kind === kind && place.textContent === (told.textContent ?? told)) return;
    if (place.hasAttribute("aria-live")) place.setAttribute("aria-live", kind === "waiting" ? "off" : "polite");
    place.dataset.kind = kind;
    place.replaceChildren(told);
  }

  // What is kept outlives this page; what is not needs it to stay open.
  linkTo(said) {
    if (!said.sign_in) return null;
    const link = Object.assign(document.createElement("a"), { href: said.sign_in, textContent: said.message });
    link.addEventListener("click", () => {
      this.isLeaving = this.isAllKept;
      if (!this.isAllKept) link.target = "_blank";
    });
    return link;
  }

  get isAllKept() {
    return !this.typing.size && [...this.unsaved.values()].every((edit) => edit.isKept);
  }

  itemOf(id) {
    return this.form.querySelector(`[data-item="${id}"]`);
  }
}

const KINDS = { waiting: "waiting", saving: "waiting", saved: "saved", pageSaved: "saved", newer: "newer", replaced: "newer", offlineKept: "kept" };

// The fingerprint of the answer that the server knows and that stands here.
function wasIn(item) {
  return item.querySelector("[data-was]")?.value;
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

// --- "Check" in place: post the form, put the answered question where the old one was, and go to what is said to it.
// So does every button in an element with [data-in-place] and an id. ---

// The part of the page that a button renews, if it is such a button.
function partOf(button) {
  const isCheck = button?.value.startsWith("check:");
  return button?.closest(isCheck ? "[data-item], [data-in-place]" : "[data-in-place]");
}

async function check(form, button) {
  const item = partOf(button);
  const body = new FormData(form);
  body.append(button.name, button.value);
  item.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(form.getAttribute("action") || location.pathname, {
      method: "POST",
      body,
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (response.status >= 500) return tellUnchecked(form, item);
    show(form, item, button, page);
  } catch {
    tellUnchecked(form, item); // no connection: what is typed stays here, where an error page of the browser would drop it
  } finally {
    item.removeAttribute("aria-busy");
  }
}

function show(form, item, button, page) {
  const fresh = page.getElementById(item.id);
  const isSettled = fresh?.querySelector(".feedback"); // checked, and there is no other try
  if (!fresh || (fresh.disabled && !isSettled)) return goTheOrdinaryWay(form, button);
  item.replaceWith(fresh);
  bring(page, ".completion");
  const said = fresh.querySelector("[data-feedback]");
  if (!said.textContent.trim()) said.replaceChildren(...wordsOf(page));
  said.tabIndex = -1;
  said.focus();
  fresh.dispatchEvent(new CustomEvent("lifelong:shown", { bubbles: true }));
}

function bring(page, selector) {
  const [now, then] = [document.querySelector(selector), page.querySelector(selector)];
  if (now && then) now.replaceWith(then);
}

// "Answer the question first" is a message of the page.
function wordsOf(page) {
  return Array.from(page.querySelectorAll(".messages li"), (message) => {
    const words = document.createElement("p");
    words.className = "notice";
    words.textContent = message.textContent;
    return words;
  });
}

// Another page came, such as the one to sign in, and posting the ordinary way leads there.
// While an answer is not saved, nobody is sent away from it: the saver says what to do.
function goTheOrdinaryWay(form, button) {
  if (form.hasAttribute("data-unsaved")) return;
  form.dataset.ordinary = "yes";
  form.requestSubmit(button);
}

function tellUnchecked(form, item) {
  const words = item.dataset.wordsUnsaved ?? form.dataset.wordsUnchecked;
  const place = item.querySelector("[data-feedback]");
  if (place) return place.replaceChildren(Object.assign(document.createElement("p"), { className: "notice", textContent: words }));
  Object.assign(item.querySelector("[data-save-state]"), { textContent: words }).dataset.kind = "unsaved";
}

for (const form of document.querySelectorAll("form[data-save]")) {
  form.addEventListener("submit", (event) => {
    if (!partOf(event.submitter) || form.dataset.ordinary) return;
    event.preventDefault();
    check(form, event.submitter);
  });
  // Enter in a text means what the button beside it says.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches("input")) return;
    event.preventDefault();
    event.target.closest("[data-item]")?.querySelector("button[value^='check:']")?.click();
  });
}
