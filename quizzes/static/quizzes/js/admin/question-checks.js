// Shows what was found in the questions as they were saved a moment ago: the editor saves drafts by itself.
const panel = document.querySelector("[data-question-checks]");

async function renew() {
  const answer = await fetch(panel.dataset.questionChecks, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  if (answer.ok) panel.innerHTML = await answer.text();
}

if (panel) document.addEventListener("w-autosave:success", renew);
