"use strict";
// Without this script the page is complete, only not searched.
const words = document.getElementById("words");
const found = document.getElementById("found");
const nothing = document.getElementById("nothing");
const sections = [...document.querySelectorAll("main > section")].map((section) => ({
  section,
  link: document.querySelector(`nav a[href="#${CSS.escape(section.id)}"]`).parentElement,
  head: [...section.querySelectorAll("h2, p")].map((e) => e.textContent).join(" ").toLowerCase(),
  rows: [...section.querySelectorAll("tbody tr")].map((row) => ({ row, text: row.textContent.toLowerCase() })),
}));

function search() {
  const wanted = words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const all = (text) => wanted.every((word) => text.includes(word));
  let tables = 0;
  let columns = 0;
  for (const { section, link, head, rows } of sections) {
    const whole = all(head);
    let shown = 0;
    for (const { row, text } of rows) {
      const hit = whole || all(head + " " + text);
      row.hidden = !hit;
      shown += hit ? 1 : 0;
    }
    section.hidden = link.hidden = shown === 0 && !whole;
    tables += section.hidden ? 0 : 1;
    columns += section.hidden ? 0 : shown;
  }
  found.textContent = wanted.length === 0 ? "" : `${tables} 张表，${columns} 列`;
  nothing.hidden = tables > 0;
}

words.addEventListener("input", search);
words.form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== words) {
    event.preventDefault();
    words.focus();
  } else if (event.key === "Escape" && words.value !== "") {
    words.value = "";
    search();
  }
});
search();
