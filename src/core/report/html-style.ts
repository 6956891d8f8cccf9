import { REPORTED_STATES } from '../document/index.ts';
import { COLOURED_PRIORITIES, PRIORITY_COLOURS, type Scheme, STATE_COLOURS } from '../drawing/index.ts';

/** The colours of states and priorities as variables, in the order of the report's summaries. */
function marks(scheme: Scheme): string {
  // Two states to a line.
  const states = REPORTED_STATES.map((state, at) => {
    const { text, ground } = STATE_COLOURS[scheme][state];
    return `--${state}:${text};--${state}-soft:${ground};${at % 2 === 1 ? '\n' : ''}`;
  });
  return (
    states.join('') +
    COLOURED_PRIORITIES.map((level) => `--${level}:${PRIORITY_COLOURS[scheme][level]}`).join(';')
  );
}

/** Colours: text on its ground is at least 4.5:1 in both themes. */
const LIGHT = `--ground:#fff;--ground2:#f6f7f8;--text:#1b1f24;--text2:#4c5661;--line:#dde1e5;--accent:#1a6b58;
${marks('light')}`;
const DARK = `--ground:#1b1e22;--ground2:#22262b;--text:#e8ebee;--text2:#b6bec7;--line:#343a41;--accent:#58c3a6;
${marks('dark')}`;

/**
 * The filter works without a script: an unticked state hides its threats, and headings left without any. It looks
 * into the contents alone: looked for in the whole page, each part that is read in is looked at.
 */
const FILTER = REPORTED_STATES.map(
  (state) =>
    `nav:has(#show-${state}:not(:checked)) + main :is(.threat,.register tr)[data-state="${state}"]{display:none}`,
).join('\n');

/** The style sheet of the HTML report. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${DARK}}}
:root[data-theme="dark"]{${DARK}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:14px/1.5 "Inter","Segoe UI",system-ui,"Noto Sans",sans-serif}
.page{display:grid;grid-template-columns:minmax(180px,250px) minmax(0,860px);gap:40px;justify-content:center;padding:28px 24px 80px}
nav{position:sticky;top:20px;align-self:start;max-height:calc(100vh - 40px);overflow:auto;font-size:13px}
nav h2{margin:0 0 6px;font-size:12px;font-weight:600;color:var(--text2);border:0;padding:0}
nav ol{margin:0 0 18px;padding:0;list-style:none}
nav ol ol{margin:0;padding-left:12px}
nav a{display:flex;justify-content:space-between;gap:8px;padding:2px 6px;border-radius:4px;color:var(--text2);text-decoration:none}
nav a:hover{background:var(--ground2);color:var(--text)}
nav a span:last-child{color:var(--text2);font-variant-numeric:tabular-nums}
fieldset{margin:0;padding:0;border:0}
legend{padding:0;margin-bottom:6px;font-size:12px;font-weight:600;color:var(--text2)}
fieldset label{display:flex;align-items:center;gap:6px;padding:2px 6px}
h1{margin:0;font-size:26px;letter-spacing:-.01em}
.created{margin:2px 0 20px;color:var(--text2)}
.information{display:grid;gap:4px;margin-bottom:24px}
.information p{display:grid;grid-template-columns:180px minmax(0,1fr);gap:12px;margin:0;white-space:pre-line;overflow-wrap:anywhere}
.information strong{font-weight:500;color:var(--text2)}
h2{margin:44px 0 12px;padding-top:20px;border-top:1px solid var(--line);font-size:20px}
h3{margin:32px 0 10px;font-size:16px;overflow-wrap:anywhere}
.between{margin:-6px 0 10px;color:var(--text2)}
table{border-collapse:collapse;width:100%}
.summary{width:auto;min-width:280px;margin-bottom:8px}
.summary td{padding:3px 12px 3px 0;border-bottom:1px solid var(--line)}
.summary td:last-child{padding-right:0;text-align:right;font-variant-numeric:tabular-nums}
.notes th,.notes td{padding:5px 10px 5px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;white-space:pre-line;overflow-wrap:anywhere}
.notes .unit{white-space:nowrap}
.messages{margin:0;padding-left:18px;color:var(--text2)}
figure{margin:0 0 14px}
figure svg{display:block;max-width:100%;height:auto;border:1px solid var(--line);border-radius:6px;background:#fff}
.interaction figure svg{max-height:360px;width:auto}
.long .interaction{content-visibility:auto;contain-intrinsic-size:auto 800px}
.threat{margin:0 0 14px;padding:12px 16px;border:1px solid var(--line);border-left:3px solid var(--state,var(--line));border-radius:6px;break-inside:avoid}
.threat h4{margin:0 0 8px;font-size:14px;font-weight:600;overflow-wrap:anywhere}
.badge{display:inline-block;padding:0 8px;border-radius:10px;background:var(--soft,var(--ground2));color:var(--state,var(--text2));font-size:12px;font-weight:500;line-height:20px;white-space:nowrap}
.priority{color:var(--text2);background:none;padding:0}
${COLOURED_PRIORITIES.map((level) => `.priority[data-level="${level}"]{color:var(--${level})}`).join('')}
.threat th{width:150px;padding:3px 12px 3px 0;text-align:left;vertical-align:top;font-weight:500;color:var(--text2)}
.threat td{padding:3px 0;vertical-align:top;white-space:pre-line;overflow-wrap:anywhere}
.threat td.empty{color:var(--text2)}
.threat td.rich{white-space:normal}.threat td.rich p{margin:2px 0}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--low);outline-offset:2px}
.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.pictures{position:absolute;width:0;height:0;overflow:hidden}
${REPORTED_STATES.map(
  (state) => `[data-state="${state}"]{--state:var(--${state});--soft:var(--${state}-soft)}`,
).join('\n')}
${FILTER}
.logo{display:block;max-width:260px;max-height:90px;margin-bottom:12px}
.classification{margin:0 0 8px;font-weight:600;letter-spacing:.06em;text-transform:uppercase;color:var(--text2)}
.overview h2,#about{margin-top:8px}.overview h3,.overview h4{margin:22px 0 8px}.overview h4{font-size:13px}
.handled{margin:0 0 8px;font-size:16px}.selection{color:var(--text2)}
.bar{display:block;width:100%;height:14px;border-radius:4px;background:var(--ground2)}.bar rect{fill:var(--state,var(--text2))}
.legend{display:flex;flex-wrap:wrap;gap:4px 16px;margin:6px 0 0;padding:0;list-style:none;font-size:13px}
.dot{display:inline-block;width:9px;height:9px;margin-right:6px;border-radius:50%;background:var(--state,var(--text2))}
.list{font-size:13px}.list th{padding:4px 10px 4px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:bottom;font-weight:500;color:var(--text2)}
.list td{padding:4px 10px 4px 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
.whole{overflow-wrap:normal}.list td:first-child{min-width:28px}.list .badge{line-height:18px}
.matrix{width:auto}.matrix td:not(:first-child),.matrix th:not(:first-child){padding-left:14px;text-align:right;font-variant-numeric:tabular-nums}
.matrix td:last-child{font-weight:600}.sign-off td{height:38px;vertical-align:bottom}.sign-off td:last-child{min-width:180px}
.property{display:inline-block;margin-right:10px}.elements td:last-child{width:46%}
.id{white-space:nowrap}.register tr{break-inside:avoid}
.model{margin:2px 0 0;font-size:16px;overflow-wrap:anywhere}
.own,.changed{margin-left:4px;font-size:12px;font-weight:400;color:var(--text2)}
.threat:target,.register tr:target{outline:2px solid var(--accent)}
.find{width:100%;margin-bottom:4px;padding:4px 8px;border:1px solid var(--line);border-radius:6px;background:var(--ground);color:var(--text);font:inherit}
.found{min-height:20px;margin:0 0 8px;color:var(--text2)}
[hidden]{display:none!important}
@media (max-width:900px){.page{grid-template-columns:minmax(0,1fr);gap:16px}nav{position:static;max-height:none}.information p{grid-template-columns:1fr;gap:0}}
@media print{
:root{${LIGHT}}
body{font-size:10.5pt}
.page{display:block;padding:0}nav{display:none}.long .interaction{content-visibility:visible}
h2{break-before:page;border:0;padding-top:0;margin-top:0}.overview h2{break-before:auto}h3,h4,.between{break-after:avoid}.own{display:none}
figure{break-inside:avoid}figure svg{max-height:20cm}
@page{margin:18mm 16mm}
}`;
