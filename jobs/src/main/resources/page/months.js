(function () {
  'use strict';
  const list = document.getElementById('months');
  const own = list.dataset.period;
  const known = new Map();
  const signs = { red: '■', yellow: '▲', blue: '◆', green: '●', no_data: '○' };
  const words = { red: '红灯', yellow: '黄灯', blue: '蓝灯', green: '绿灯', no_data: '无数据' };
  window.diaoduMonth = month => known.set(month.period, month);

  const name = period => period.slice(0, 4) + '年' + Number(period.slice(5)) + '月';
  const before = (period, months) => {
    const at = Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1 - months;
    return Math.floor(at / 12) + '-' + String(at % 12 + 1).padStart(2, '0');
  };
  function element(kind, text, parent) {
    const made = document.createElement(kind);
    if (text) { made.textContent = text; }
    if (parent) { parent.appendChild(made); }
    return made;
  }
  /** Another month with the same area open. */
  const go = period => { window.location.href = period + '.html' + window.location.hash; };
  function step(months, text) {
    const period = before(own, months);
    if (!known.has(period)) { return; }
    const link = element('a', text + name(period), list);
    link.href = period + '.html';
    link.addEventListener('click', event => { event.preventDefault(); go(period); });
  }
  function choices() {
    list.replaceChildren();
    step(1, '上月：');
    step(-1, '下月：');
    step(12, '上年同期：');
    const label = element('label', '月份', list);
    const choice = element('select', '', label);
    Array.from(known.keys()).sort().forEach(period => {
      const option = element('option', name(period), choice);
      option.value = period;
      option.selected = period === own;
    });
    choice.addEventListener('change', () => go(choice.value));
  }

  const counted = area => ['red', 'yellow', 'blue', 'green'].filter(light => area.lights[light])
    .map(light => words[light].charAt(0) + area.lights[light]).join(' ') || '没有数据';
  /** Below the lights of this month those of the month and of the year before. */
  function tiles() {
    [[1, '上月'], [12, '上年同期']].forEach(([months, text]) => {
      const month = known.get(before(own, months));
      if (!month) { return; }
      document.querySelectorAll('.tile').forEach(tile => {
        const area = month.areas[tile.hash.slice(1)];
        if (area) { element('small', text + ' ' + counted(area), tile).className = 'before'; }
      });
    });
  }

  /** The lights of the chosen area, or of the whole, month by month. */
  function trend() {
    const section = document.getElementById('trend');
    const now = known.get(own);
    const opened = now.areas[window.location.hash.slice(1)];
    const area = opened ? opened.name : now.whole;
    const months = Array.from(known.keys()).sort().filter(period => period <= own && period >= before(own, 12));
    const targets = Array.from(new Set(months.flatMap(period => Object.keys(known.get(period).lights[area] || {}))));
    const box = section.querySelector('.scroll');
    box.replaceChildren();
    section.hidden = targets.length === 0;
    section.querySelector('h2').textContent = area + '亮灯走势';
    const table = element('table', '', box);
    element('caption', area + '各月亮灯', table);
    const head = element('tr', '', element('thead', '', table));
    ['目标'].concat(months.map(name)).forEach(text => { element('th', text, head).scope = 'col'; });
    const body = element('tbody', '', table);
    targets.forEach(target => {
      const row = element('tr', '', body);
      element('th', target, row).scope = 'row';
      months.forEach(period => {
        const cell = element('td', '', row);
        const light = (known.get(period).lights[area] || {})[target];
        if (!light) { cell.textContent = '—'; return; }
        const shown = element('span', '', cell);
        shown.className = 'light ' + light;
        element('span', signs[light], shown).setAttribute('aria-hidden', 'true');
        shown.append(words[light]);
      });
    });
  }

  const periods = window.diaoduMonths;
  let waiting = periods.length;
  function arrived() {
    waiting -= 1;
    if (waiting === 0 && known.has(own)) { choices(); tiles(); trend(); list.dataset.ready = 'true'; }
  }
  periods.forEach(period => {
    const script = document.createElement('script');
    script.src = 'data/' + period + '.js';
    script.addEventListener('load', arrived);
    script.addEventListener('error', arrived);
    document.head.appendChild(script);
  });
  document.addEventListener('diaodu:opened', () => { if (known.has(own) && waiting <= 0) { trend(); } });
}());
