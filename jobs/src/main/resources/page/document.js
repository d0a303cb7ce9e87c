(function () {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const root = document.documentElement;

  // Light and dark: what the system says, until somebody chooses.
  const theme = document.getElementById('theme');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  function show(isDark) {
    root.dataset.theme = isDark ? 'dark' : 'light';
    theme.setAttribute('aria-pressed', String(isDark));
    draw();
  }
  theme.addEventListener('click', () => show(root.dataset.theme !== 'dark'));
  dark.addEventListener('change', event => show(event.matches));
  let before = null;
  window.addEventListener('beforeprint', () => { before = root.dataset.theme; show(false); });
  window.addEventListener('afterprint', () => show(before === 'dark'));

  // Charts. Their figures also stand in the tables below them.
  const colour = name => getComputedStyle(root).getPropertyValue('--' + name).trim();
  const shapes = { green: 'circle', blue: 'diamond', yellow: 'triangle', red: 'rect' };
  function series(chart, of) {
    const values = of.values.map((value, i) => ({ value, figure: of.figures[i] }));
    if (chart.kind === 'stacked') {
      return { name: of.name, type: 'bar', stack: 'lights', data: values, itemStyle: { color: colour(of.role) }, barMaxWidth: 26 };
    }
    if (chart.kind === 'bars') {
      return { name: of.name, type: 'bar', data: values, itemStyle: { color: colour('accent') }, barMaxWidth: 34,
        label: { show: true, position: 'top', color: colour('ink') } };
    }
    if (of.role === 'target') {
      return { name: of.name, type: 'line', data: values, symbol: 'none', lineStyle: { type: 'dashed', color: colour('red') }, itemStyle: { color: colour('red') } };
    }
    if (of.role === 'low' || of.role === 'high') {
      return { name: of.name, type: 'line', data: values, symbol: of.role === 'low' ? 'triangle' : 'pin', symbolSize: 9, lineStyle: { width: 0 }, itemStyle: { color: colour('soft') } };
    }
    if (of.role === 'estimate') {
      return { name: of.name, type: 'line', data: values, symbol: 'diamond', symbolSize: 12, itemStyle: { color: colour('made-up') } };
    }
    return { name: of.name, type: 'line', data: values, symbol: 'circle', symbolSize: 7, lineStyle: { width: 2, color: colour('accent') }, itemStyle: { color: colour('accent') } };
  }
  /** The interval of an estimate as a bar from its lower to its upper end. */
  function interval(chart) {
    const low = chart.series.find(of => of.role === 'low');
    const high = chart.series.find(of => of.role === 'high');
    if (!low || !high) { return []; }
    const at = low.values.length - 1;
    return [{ type: 'line', data: [], silent: true, markLine: { silent: true, symbol: 'none', label: { show: false },
      lineStyle: { type: 'solid', width: 3, color: colour('soft') }, data: [[{ coord: [at, low.values[at]] }, { coord: [at, high.values[at]] }]] } }];
  }
  function draw() {
    all('.chart').forEach(box => {
      const chart = data.charts[Number(box.dataset.chart)];
      const old = echarts.getInstanceByDom(box);
      if (old) { old.dispose(); }
      const drawn = echarts.init(box, null, { renderer: 'svg' });
      const text = { color: colour('ink'), fontFamily: 'inherit' };
      const sideways = chart.kind === 'stacked';
      const names = { type: 'category', data: chart.categories, inverse: sideways, axisLabel: { color: colour('soft'), interval: chart.categories.length > 14 ? 'auto' : 0, rotate: !sideways && chart.categories.length > 8 ? 30 : 0 }, axisLine: { lineStyle: { color: colour('soft') } } };
      const wide = chart.kind === 'lines' ? { min: range => Math.floor(range.min - 1), max: range => Math.ceil(range.max + 1) } : {};
      const values = { type: 'value', ...wide, axisLabel: { color: colour('soft') }, splitLine: { lineStyle: { color: colour('line') } } };
      drawn.setOption({
        animation: false, textStyle: text,
        grid: { left: 12, right: 20, top: 40, bottom: 8, containLabel: true },
        legend: chart.series.length > 1 ? { top: 4, textStyle: { color: colour('soft') }, data: chart.series.map(of => of.name) } : undefined,
        tooltip: { trigger: 'axis', axisPointer: { type: sideways ? 'shadow' : 'line' }, backgroundColor: colour('paper'), borderColor: colour('line'), textStyle: { color: colour('ink') } },
        xAxis: sideways ? values : names, yAxis: sideways ? names : values,
        series: chart.series.map(of => series(chart, of)).concat(interval(chart))
      });
      drawn.on('click', event => { if (event.data && event.data.figure !== null && event.data.figure !== undefined) { trace(event.data.figure); } });
    });
  }
  window.addEventListener('resize', () => all('.chart').forEach(box => { const drawn = echarts.getInstanceByDom(box); if (drawn) { drawn.resize(); } }));

  // What a figure came from.
  const dialog = document.getElementById('trace');
  const body = document.getElementById('trace-body');
  function element(name, words) {
    const made = document.createElement(name);
    if (words !== undefined) { made.textContent = words; }
    return made;
  }
  function table(heads, rows) {
    const made = element('table');
    const head = made.createTHead().insertRow();
    heads.forEach(words => { const th = element('th', words); th.scope = 'col'; head.appendChild(th); });
    const rest = made.createTBody();
    rows.forEach(cells => { const row = rest.insertRow(); cells.forEach(words => { row.insertCell().textContent = words; }); });
    const scroll = element('div');
    scroll.className = 'scroll';
    scroll.tabIndex = 0;
    scroll.appendChild(made);
    return scroll;
  }
  function trace(place) {
    const figure = data.figures[place];
    body.replaceChildren();
    const list = element('dl');
    const say = (name, words) => { if (words) { list.append(element('dt', name), element('dd', words)); } };
    say('所印', figure.printed + (figure.simulated ? '（模拟）' : ''));
    say('存储的数', figure.value + figure.unit);
    say('编号', figure.key);
    say('算法', figure.formula);
    say('依据', figure.basis);
    say('核对', figure.findings.join('；'));
    say('所数的行', figure.counted.join('、'));
    say('命令', 'bin/diaodu trace ' + figure.key);
    body.appendChild(list);
    if (figure.sources.length > 0) {
      body.appendChild(element('h3', '来源单元格'));
      body.appendChild(table(['数', '原文', '文件', '单元格', '发布', '入库', '状态', '性质'],
        figure.sources.map(i => data.sources[i]).map(s => [s.role, s.raw, s.file, s.cell, s.released, s.recorded.slice(0, 19), s.status, s.provenance])));
    }
    dialog.showModal();
  }
  document.addEventListener('click', event => {
    const figure = event.target.closest('.figure');
    if (figure) { trace(Number(figure.dataset.figure)); }
  });

  // Choosing rows.
  const choices = all('[data-choice]');
  const find = document.getElementById('find');
  const found = document.getElementById('found');
  function choose() {
    const words = find.value.trim().toLowerCase();
    const wanted = choices.filter(choice => choice.value).map(choice => [choice.dataset.choice, choice.value]);
    let hidden = 0;
    all('main tbody tr').forEach(row => {
      const about = row.dataset.about ? JSON.parse(row.dataset.about) : {};
      const other = wanted.some(([what, value]) => what in about && about[what] !== value);
      const missing = words && !row.closest('details') && !row.textContent.toLowerCase().includes(words);
      row.hidden = Boolean(other || missing);
      hidden += row.hidden ? 1 : 0;
    });
    found.textContent = hidden ? '已隐去' + hidden + '行' : '';
  }
  choices.forEach(choice => choice.addEventListener('change', choose));
  find.addEventListener('input', choose);
  document.getElementById('clear').addEventListener('click', () => { choices.forEach(choice => { choice.value = ''; }); find.value = ''; choose(); });

  // Sorting: figures by their value, words as Chinese sorts them; what has none comes last.
  const chinese = new Intl.Collator('zh-CN', { numeric: true });
  all('main thead .sort').forEach(button => button.addEventListener('click', () => {
    const head = button.closest('th');
    const column = head.cellIndex;
    const rows = Array.from(head.closest('table').tBodies[0].rows);
    const down = head.getAttribute('aria-sort') === 'ascending';
    all('th', head.parentElement).forEach(th => th.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const key = row => row.cells[column].dataset.sort;
    const isNumber = rows.some(row => key(row) !== undefined);
    rows.sort((a, b) => {
      if (isNumber) {
        const [x, y] = [key(a), key(b)];
        if (x === undefined || y === undefined) { return (x === undefined) - (y === undefined); }
        return down ? Number(y) - Number(x) : Number(x) - Number(y);
      }
      const order = chinese.compare(a.cells[column].textContent, b.cells[column].textContent);
      return down ? -order : order;
    });
    rows.forEach(row => row.parentElement.appendChild(row));
  }));

  show(dark.matches);
}());
