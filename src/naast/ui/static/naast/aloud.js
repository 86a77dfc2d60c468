// Reads the page aloud with a voice of the device itself. A voice that another host speaks would hear what stands here:
// it is never used. Where there is no voice, that is said.
"use strict";
(() => {
  const box = document.querySelector("[data-aloud]");
  if (!box) { return; }
  const button = box.querySelector("button"), say = box.querySelector("[data-aloud-say]");
  const speech = window.speechSynthesis;
  const language = document.documentElement.lang || "nl";
  const voice = () => speech?.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(language));
  const show = (reading) => {
    button.setAttribute("aria-pressed", String(reading));
    box.querySelector("[data-aloud-start]").hidden = reading;
    box.querySelector("[data-aloud-stop]").hidden = !reading;
  };
  // What can be seen, line by line, without this button.
  const lines = () => {
    box.hidden = true;
    const text = document.getElementById("main").innerText;
    box.hidden = false;
    return text.split("\n").map((line) => line.trim()).filter(Boolean);
  };
  const stop = () => { speech?.cancel(); show(false); };
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") === "true") { stop(); return; }
    const with_ = voice();
    if (!with_) { say.textContent = say.dataset.none; return; }
    stop();
    show(true);
    const spoken = lines().map((line) => Object.assign(new SpeechSynthesisUtterance(line), { voice: with_, lang: with_.lang }));
    spoken.at(-1)?.addEventListener("end", () => show(false));
    for (const one of spoken) { speech.speak(one); }
  });
  // Nothing is heard of a page that was left: by a link, the quick exit, or to another window.
  addEventListener("pagehide", stop);
  document.addEventListener("visibilitychange", () => { if (document.hidden) { stop(); } });
  box.hidden = false;
})();
