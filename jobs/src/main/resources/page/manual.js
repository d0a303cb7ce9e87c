"use strict";
// Without this script the page is complete, only not searched.
const words = document.getElementById("words");
const found = document.getElementById("found");
const chapters = [...document.querySelectorAll("main > section")].map((section) => ({
  section,
  link: document.querySelector(`nav a[href="#${CSS.escape(section.id)}"]`).parentElement,
  parts: [...section.querySelectorAll("p, li, pre, tbody tr")].map((e) => ({ e, text: e.textContent.toLowerCase() })),
  rest: [...section.querySelectorAll("h3, thead")],
}));

function search() {
  const wanted = words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  let all = 0;
  for (const { section, link, parts, rest } of chapters) {
    let shown = 0;
    for (const { e, text } of parts) {
      e.hidden = !wanted.every((word) => text.includes(word));
      shown += e.hidden ? 0 : 1;
    }
    // Headings between what is found would lead nowhere.
    rest.forEach((e) => (e.hidden = wanted.length > 0));
    section.hidden = link.hidden = shown === 0;
    all += shown;
  }
  found.textContent = wanted.length === 0 ? "" : all === 0 ? "没有找到" : `找到 ${all} 处`;
}

words.addEventListener("input", search);
words.form.addEventListener("submit", (event) => event.preventDefault());
search();
