"use strict";
// Marks are kept here while the page is open; what leaves it is one JSON file, and nothing is sent anywhere.
const sheet = JSON.parse(document.getElementById("sheet").textContent);
const sections = sheet.items.map((item, i) => document.getElementById("item" + i));
const state = document.getElementById("state");
let here = 0;
let saved = null;

const points = i => sections[i].querySelector(".points");
const comment = i => sections[i].querySelector(".comment");
const boxes = i => [...sections[i].querySelectorAll("input[type=checkbox]")];
const isMarked = i => points(i).value !== "" && points(i).validity.valid;

function show() {
  const done = sheet.items.filter((item, i) => isMarked(i)).length;
  sections.forEach((section, i) => {
    section.classList.toggle("done", isMarked(i));
    section.classList.toggle("here", i === here);
  });
  state.textContent = done + " of " + sheet.items.length + " marked" + (saved === null ? "" : saved ? ", saved" : ", not saved yet");
}

function go(i) {
  if (sections.length === 0) return;
  here = Math.max(0, Math.min(sections.length - 1, i));
  sections[here].scrollIntoView({ block: "start" });
  sections[here].focus({ preventScroll: true });
  show();
}

function changed() {
  saved = false;
  show();
}

function give(value) {
  const max = sheet.items[here].max;
  points(here).value = String(Math.round(Math.max(0, Math.min(max, value)) * 10000) / 10000);
  changed();
}

// What the sentences of the rubric that are met are worth, until a person says otherwise.
function fromRubric(i) {
  here = i;
  give(boxes(i).reduce((sum, box, k) => sum + (box.checked ? sheet.items[i].rubric[k] : 0), 0));
}

function save() {
  const marks = sheet.items.map((item, i) => ({
    who: item.who, question: item.question, answer: item.answer,
    points: isMarked(i) ? Number(points(i).value) : null,
    met: boxes(i).flatMap((box, k) => box.checked ? [k] : []),
    comment: comment(i).value,
  })).filter(mark => mark.points !== null);
  const text = JSON.stringify({ format: sheet.format, practicum: sheet.practicum, marks }, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = sheet.practicum + "-marks.json";
  link.click();
  saved = true;
  show();
}

sheet.items.forEach((item, i) => {
  points(i).value = item.points === undefined ? "" : String(item.points);
  comment(i).value = item.comment;
  boxes(i).forEach((box, k) => {
    box.checked = item.met.includes(k);
    box.addEventListener("change", () => fromRubric(i));
  });
  points(i).addEventListener("input", changed);
  comment(i).addEventListener("input", changed);
  sections[i].addEventListener("focusin", () => { here = i; show(); });
});
document.getElementById("save").addEventListener("click", save);
window.addEventListener("beforeunload", event => { if (saved === false) event.preventDefault(); });

document.addEventListener("keydown", event => {
  const typing = event.target.tagName === "TEXTAREA" || event.target.type === "number";
  if (event.ctrlKey || event.metaKey || event.altKey || sections.length === 0) return;
  if (event.key === "Escape") { event.target.blur(); go(here); return; }
  if (typing && !(event.key === "Enter" && event.target.type === "number")) return;
  if (["BUTTON", "SUMMARY"].includes(event.target.tagName) && event.key === "Enter") return;
  const digit = "123456789".indexOf(event.key);
  if (digit >= 0 && boxes(here)[digit]) {
    boxes(here)[digit].checked = !boxes(here)[digit].checked;
    fromRubric(here);
  } else if (event.key === "j" || event.key === "Enter") {
    go(here + 1);
  } else if (event.key === "k") {
    go(here - 1);
  } else if (event.key === "u") {
    const next = sheet.items.findIndex((item, i) => i > here && !isMarked(i));
    go(next >= 0 ? next : Math.max(0, sheet.items.findIndex((item, i) => !isMarked(i))));
  } else if (event.key === "+") {
    give(Number(points(here).value) + 0.5);
  } else if (event.key === "-") {
    give(Number(points(here).value) - 0.5);
  } else if (event.key === "f" || event.key === "0") {
    boxes(here).forEach(box => { box.checked = event.key === "f"; });
    give(event.key === "f" ? sheet.items[here].max : 0);
  } else if (event.key === "q") {
    const question = sections[here].querySelector("details");
    question.open = !question.open;
  } else if (event.key === "c") {
    comment(here).focus();
  } else if (event.key === "s") {
    save();
  } else {
    return;
  }
  event.preventDefault();
});
show();
