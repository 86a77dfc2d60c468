// The round table works without this file: the arrow keys, an empty screen, and a question before what was typed is lost.
"use strict";
(() => {
  let typed = false, blank = false;
  const form = document.querySelector("[data-table-form]");
  form?.addEventListener("input", () => { typed = true; });
  form?.addEventListener("submit", () => { typed = false; });
  addEventListener("beforeunload", (event) => { if (typed) { event.preventDefault(); } });

  // Not where an arrow key moves in a text or between answers.
  addEventListener("keydown", (event) => {
    const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    if (!way || blank || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest("input, textarea")) { return; }
    document.querySelector(`.table-steps [rel="${way}"]`)?.click();
  });

  const button = document.querySelector("[data-blank]"), screen = document.querySelector("[data-blank-screen]");
  const back = document.querySelector("[data-blank-back]");
  if (!button) { return; }
  const show = (empty) => {
    blank = empty;
    screen.hidden = !empty;
    for (const part of [document.querySelector(".table-top"), document.getElementById("main")]) { part.hidden = empty; }
    (empty ? back : button).focus();
  };
  button.addEventListener("click", () => show(true));
  back.addEventListener("click", () => show(false));
  button.hidden = false;
})();
