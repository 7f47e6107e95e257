// A chosen file is sent at once, and the question comes back with the file in its list.
// Bound to .hand-in inside form[data-save]. Without it the form's buttons send the files.

const SEND_WITHIN = 900000; // 10 MB on a slow line take minutes

function isFile(field) {
  return field.matches(".hand-in input[type=file]");
}

// saving.js, which saves what is typed, is not to take a file for a text.
function onChoose(event) {
  if (!isFile(event.target)) return;
  event.stopPropagation();
  if (event.type === "change" && event.target.files.length) send(event.currentTarget, event.target);
}

async function send(form, field) {
  const item = field.closest("[data-item]");
  const words = field.closest(".hand-in").dataset;
  const large = Array.from(field.files).find((file) => file.size > Number(field.dataset.mostBytes));
  if (large) {
    tell(item, "unsaved", `${large.name}: ${words.wordsLarge}`);
    field.value = "";
    return;
  }
  const body = new FormData(form);
  body.append("do", "save");
  body.append("only", item.dataset.item);
  tell(item, "saving", words.wordsSending);
  item.setAttribute("aria-busy", "true");
  const stay = (leaving) => leaving.preventDefault();
  window.addEventListener("beforeunload", stay);
  try {
    const address = form.getAttribute("action") || location.pathname;
    const response = await fetch(address, { method: "POST", body, signal: AbortSignal.timeout(SEND_WITHIN) });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    show(item, page, words);
  } catch {
    tell(item, "unsaved", words.wordsUnsent);
  } finally {
    item.removeAttribute("aria-busy");
    window.removeEventListener("beforeunload", stay);
  }
}

function show(item, page, words) {
  const fresh = page.getElementById(item.id);
  if (!fresh || fresh.disabled) throw new Error("another page came");
  const isAt = item.contains(document.activeElement); // whoever went on to the next question stays there
  item.replaceWith(fresh);
  const error = fresh.querySelector(".field-error");
  if (!error) tell(fresh, "saved", words.wordsSent);
  if (isAt) (fresh.querySelector("input[type=file]") ?? fresh).focus();
  fresh.dispatchEvent(new CustomEvent("lifelong:shown", { bubbles: true }));
}

function tell(item, kind, words) {
  const place = item.querySelector("[data-save-state]");
  if (!place) return;
  place.dataset.kind = kind;
  place.textContent = words;
}

for (const form of document.querySelectorAll("form[data-save]")) {
  for (const news of ["input", "change"]) form.addEventListener(news, onChoose, { capture: true });
}
