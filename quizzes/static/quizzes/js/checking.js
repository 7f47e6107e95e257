// "Check" in place: post the form, put the answered question where the old one was, and go to what is said to it.
// So does every button in an element with [data-in-place] and an id.

const ANSWER_WITHIN = 30000;

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
    if (response.status >= 500) return tell(form, item);
    show(form, item, button, page);
  } catch {
    tell(form, item); // no connection: what is typed stays here, where an error page of the browser would drop it
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
// While an answer is not saved, nobody is sent away from it: saving.js says what to do.
function goTheOrdinaryWay(form, button) {
  if (form.hasAttribute("data-unsaved")) return;
  form.dataset.ordinary = "yes";
  form.requestSubmit(button);
}

function tell(form, item) {
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
