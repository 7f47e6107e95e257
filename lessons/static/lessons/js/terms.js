// Explains a word where it stands: a link[data-term] to an explanation opens a small box below the word.
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
