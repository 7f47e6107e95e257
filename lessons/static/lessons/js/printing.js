// Paper cannot unfold anything: what details.transcript holds is opened while the page is printed.

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
