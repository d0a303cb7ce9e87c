(function () {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const root = document.documentElement;

  // Light and dark: what the system says, until somebody chooses.
  const theme = document.getElementById('theme');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  function show(isDark, onPaper) {
    root.dataset.theme = isDark ? 'dark' : 'light';
    theme.setAttribute('aria-pressed', String(isDark));
    draw(onPaper);
  }
  theme.addEventListener('click', () => show(root.dataset.theme !== 'dark'));
  dark.addEventListener('change', event => show(event.matches));
  let before = null;
  window.addEventListener('beforeprint', () => { before = root.dataset.theme; show(false, true); });
  window.addEventListener('afterprint', () => show(before === 'dark'));

  // Charts. Their figures also stand in the tables below them.
  const colour = name => getComputedStyle(root).getPropertyValue('--' + name).trim();
  const isSimulated = point => point.figure !== null && data.figures[point.figure].simulated;
  /** As the figure stands in the text, 7.0 and not 7, and with its mark. */
  const printed = point => data.figures[point.figure].printed + (isSimulated(point) ? '拟' : '');
  const icons = { target: 'path://M0,5h9v3h-9zM13,5h9v3h-9z', low: 'path://M4,0h10v2h-4v9h4v2h-10v-2h4v-9h-4z' };
  const lights = ['green', 'blue', 'yellow', 'red'];
  function series(chart, of, size) {
    const points = of.values.map((value, i) => ({ value, figure: of.figures[i] }));
    const label = { show: true, fontSize: size, formatter: shown => printed(shown.data) };
    if (lights.includes(of.role)) {
      const ink = colour(of.role === 'yellow' ? 'on-yellow' : 'on-bar');
      return { name: of.name, type: 'bar', stack: 'lights', data: points, barMaxWidth: size * 2, itemStyle: { color: colour(of.role + '-bar') },
        label: { ...label, color: ink, formatter: shown => (shown.value > 0 ? of.name.charAt(0) + printed(shown.data) : '') } };
    }
    if (chart.kind === 'bars') {
      return { name: of.name, type: 'bar', barMaxWidth: size * 3, itemStyle: { color: colour(of.role === 'target' ? 'red' : 'accent') },
        data: points.map(point => ({ ...point, label: { ...label, color: colour('ink'), position: isSideways(chart) ? 'right' : point.value < 0 ? 'bottom' : 'top' } })) };
    }
    const line = { name: of.name, type: 'line', data: points };
    if (of.role === 'average') {
      return { ...line, symbol: 'none', lineStyle: { width: 2, color: colour('soft') }, itemStyle: { color: colour('soft') } };
    }
    if (of.role === 'alone') {
      return { ...line, symbol: 'triangle', symbolSize: 8, lineStyle: { width: 1.5, color: colour('alone') }, itemStyle: { color: colour('alone') } };
    }
    if (of.role === 'target') {
      return { ...line, symbol: 'none', lineStyle: { type: 'dashed', color: colour('red') }, itemStyle: { color: colour('red') } };
    }
    if (of.role === 'low' || of.role === 'high') {
      return { ...line, symbol: 'rect', symbolSize: [14, 3], lineStyle: { width: 0 }, itemStyle: { color: colour('soft') } };
    }
    if (of.role === 'estimate') {
      return { ...line, symbol: 'diamond', symbolSize: 12, itemStyle: { color: colour('made-up') }, z: 5 };
    }
    // A simulated figure is a hollow point.
    // Areas side by side are no course: no line joins them.
    const isDots = chart.kind === 'dots';
    return { ...line, symbol: 'circle', symbolSize: isDots ? 11 : 7, lineStyle: { width: isDots ? 0 : 2, color: colour('accent') }, label: isDots ? { ...label, color: colour('ink'), position: 'top' } : undefined, itemStyle: { color: colour('accent') },
      data: points.map(point => (isSimulated(point) ? { ...point, itemStyle: { color: colour('paper'), borderColor: colour('accent'), borderWidth: 2 } } : point)) };
  }
  /** Each bar from where the one before ends, on one that is not drawn; the last from nothing. */
  function waterfall(of, size) {
    const label = { show: true, fontSize: size, color: colour('ink'), formatter: shown => printed(shown.data) };
    let end = 0;
    const bars = of.values.map((value, i) => {
      const isWhole = i === of.values.length - 1;
      const [from, to] = isWhole ? [0, value] : [end, end + value];
      end = to;
      return { from, to, value, figure: of.figures[i], itemStyle: { color: colour(isWhole ? 'soft' : value < 0 ? 'red' : 'accent') } };
    });
    const piece = (name, height, told) => ({ name, type: 'bar', stack: 'waterfall', barMaxWidth: size * 4, label: told ? undefined : { show: false },
      data: bars.map(bar => (told ? { ...bar, value: height(bar), label: { ...label, position: bar.value < 0 ? 'bottom' : 'top' } } : { value: height(bar) })),
      ...(told ? {} : { silent: true, itemStyle: { color: 'transparent' } }) });
    const low = bar => Math.min(bar.from, bar.to);
    const high = bar => Math.max(bar.from, bar.to);
    // Above nothing and below it are stacked apart; a bar that crosses it is two, of which the larger is labelled.
    const above = bar => Math.max(high(bar), 0) - Math.max(low(bar), 0);
    const below = bar => Math.min(low(bar), 0) - Math.min(high(bar), 0);
    const base = bar => (low(bar) > 0 ? low(bar) : Math.min(high(bar), 0));
    const rest = bar => (above(bar) >= -below(bar) ? below(bar) : above(bar));
    const most = bar => (above(bar) >= -below(bar) ? above(bar) : below(bar));
    const small = { name: '', type: 'bar', stack: 'waterfall', barMaxWidth: size * 4, silent: true, data: bars.map(bar => ({ value: rest(bar), itemStyle: bar.itemStyle })) };
    return [piece('', base, false), piece(of.name, most, true), small];
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
  /** From a round number below the figures to one above; a small movement is not made to look large. */
  function span(chart) {
    if (chart.kind !== 'lines' && chart.kind !== 'dots') { return {}; }
    const values = chart.series.flatMap(of => of.values).filter(value => value !== null);
    const [low, high] = [Math.min(...values) - 0.5, Math.max(...values) + 0.5];
    const step = [0.5, 1, 2, 5, 10, 20, 50].find(size => (high - low) / size <= 6) || 100;
    return { min: Math.floor(low / step) * step, max: Math.ceil(high / step) * step, interval: step };
  }
  function legend(chart, size) {
    if (chart.series.length < 2) { return undefined; }
    return { top: 0, itemGap: 10, itemWidth: size * 1.6, itemHeight: size * 0.9, selectedMode: false, textStyle: { color: colour('soft'), fontSize: size },
      formatter: name => (chart.series.some(of => of.role === 'low' && of.name === name) ? '预计区间' : name),
      data: chart.series.filter(of => of.role !== 'high').map(of => (icons[of.role] ? { name: of.name, icon: icons[of.role] } : { name: of.name })) };
  }
  function told(chart, points) {
    const box = element('div', points[0].name);
    points.filter(point => point.data && typeof point.data.figure === 'number')
      .forEach(point => box.appendChild(element('div', point.seriesName + '：' + printed(point.data) + '（' + chart.unit + '）')));
    return box;
  }
  /** Names of targets and actions are long: their bars lie. */
  function isSideways(chart) { return chart.kind === 'stacked' || (chart.kind === 'bars' && chart.series.length > 1); }
  function options(chart, size) {
    const sideways = isSideways(chart);
    const label = { color: colour('soft'), fontSize: size };
    const names = { type: 'category', data: chart.categories, inverse: sideways, axisLine: { lineStyle: { color: colour('soft') } },
      axisLabel: { ...label, width: size * (sideways ? 12 : 9), overflow: 'truncate', interval: 0, hideOverlap: true, rotate: !sideways && chart.categories.length > 8 ? 30 : 0 } };
    const values = { type: 'value', ...span(chart), axisLabel: label, splitLine: { lineStyle: { color: colour('line') } } };
    if (chart.kind === 'stacked') { values.minInterval = 1; }
    return {
      animation: false, textStyle: { color: colour('ink'), fontFamily: 'inherit' },
      grid: { left: names.axisLabel.rotate ? size * 2.5 : 4, right: size * 1.6, top: chart.series.length < 2 ? size * 2 : size * 2.6, bottom: 4, containLabel: true },
      legend: legend(chart, size),
      tooltip: { trigger: 'axis', axisPointer: { type: sideways ? 'shadow' : 'line' }, confine: true, extraCssText: 'max-width: 24em; white-space: normal; overflow-wrap: anywhere', formatter: points => told(chart, points),
        backgroundColor: colour('paper'), borderColor: colour('line'), textStyle: { color: colour('ink'), fontSize: size } },
      xAxis: sideways ? values : names, yAxis: sideways ? names : values,
      series: chart.kind === 'waterfall' ? waterfall(chart.series[0], size) : chart.series.map(of => series(chart, of, size)).concat(interval(chart))
    };
  }
  /** On paper a chart has the width of the text or half of it, whatever the screen had. */
  function draw(onPaper) {
    all('.chart').forEach(box => {
      const old = echarts.getInstanceByDom(box);
      if (old) { old.dispose(); }
      const paper = { width: box.closest('.several') ? 325 : 665, height: 220 };
      const drawn = echarts.init(box, null, { renderer: 'svg', ...(onPaper ? paper : {}) });
      const size = onPaper ? 11 : 0.75 * parseFloat(getComputedStyle(root).fontSize);
      drawn.setOption(options(data.charts[Number(box.dataset.chart)], size));
      drawn.on('click', event => { if (event.data && typeof event.data.figure === 'number') { trace(event.data.figure); } });
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
    made.style.setProperty('--columns', heads.length);
    const head = made.createTHead().insertRow();
    heads.forEach(words => { const th = element('th', words); th.scope = 'col'; head.appendChild(th); });
    const rest = made.createTBody();
    rows.forEach(cells => { const row = rest.insertRow(); cells.forEach(words => { const cell = row.insertCell(); cell.textContent = words; cell.className = words.length > 12 ? 'long' : ''; }); });
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
        figure.sources.map(i => data.sources[i]).map(s => [s.role, s.raw, s.file, s.cell, s.released, s.recorded.slice(0, 16).replace('T', ' '), s.status, s.provenance])));
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
    all('main .scroll').forEach(scroll => {
      const none = scroll.querySelector('tbody tr') && !scroll.querySelector('tbody tr:not([hidden])');
      const said = scroll.nextElementSibling && scroll.nextElementSibling.matches('.nothing') ? scroll.nextElementSibling : null;
      if (none && !said) { const words = element('p', '没有符合条件的行。'); words.className = 'nothing'; scroll.after(words); }
      if (!none && said) { said.remove(); }
    });
    found.textContent = hidden ? '已隐去' + hidden + '行' : '';
  }
  // An address with the code of an area opens it, and stays when the page is loaded again.
  const tiles = all('.tile');
  function open() {
    const tile = tiles.find(of => of.hash === window.location.hash);
    tiles.forEach(of => of.setAttribute('aria-current', String(of === tile)));
    const choice = tiles.length > 0 && choices.find(of => of.dataset.choice === tiles[0].dataset.what);
    if (tile && choice) { choice.value = tile.dataset.area; choose(); }
    document.dispatchEvent(new CustomEvent('diaodu:opened'));
  }
  function address() {
    const choice = tiles.length > 0 && choices.find(of => of.dataset.choice === tiles[0].dataset.what);
    const tile = choice && tiles.find(of => of.dataset.area === choice.value);
    if (tile || tiles.some(of => of.hash === window.location.hash)) {
      window.history.replaceState(null, '', tile ? tile.hash : window.location.pathname + window.location.search);
    }
    open();
  }
  window.addEventListener('hashchange', open);
  choices.forEach(choice => choice.addEventListener('change', () => { choose(); address(); }));
  find.addEventListener('input', choose);
  document.getElementById('clear').addEventListener('click', () => { choices.forEach(choice => { choice.value = ''; }); find.value = ''; choose(); address(); });

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
  open();
}());
