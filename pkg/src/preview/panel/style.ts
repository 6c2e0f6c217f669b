/** The style of the panel; in a sheet of its own, which a strict content security policy allows. */
export const STYLE = `
:host { all: initial !important }
* { box-sizing: border-box; font: inherit; color: inherit }
[hidden] { display: none !important }
/* Nothing that a page says of the element, or of names like these, counts in here. */
.place {
  color-scheme: light dark;
  --surface: light-dark(#ffffff, #1d2026);
  --raised: light-dark(#f3f4f6, #2a2e36);
  --text: light-dark(#16181d, #f1f3f6);
  --quiet: light-dark(#535a66, #b2b9c4);
  --line: light-dark(#838b97, #7d8694);
  --accent: light-dark(#4a2fbd, #c2b4ff);
  --on-accent: light-dark(#ffffff, #1a1440);
  --notice: light-dark(#fff3d1, #4a3700);
  --on-notice: light-dark(#3a2a00, #ffe9b0);
  --wrong: light-dark(#a3172a, #ffb3bb);
  --target: 32px;
  font: 14px/1.45 system-ui, sans-serif; color: var(--text);
  position: fixed; z-index: 2147483647; inset: auto 16px 16px 16px; width: auto; height: auto;
  margin: 0; padding: 0; border: 0; background: none; overflow: visible;
  display: flex; flex-direction: column; align-items: flex-end; gap: 8px;
  max-height: calc(100dvh - 32px); pointer-events: none;
}
.place.left { align-items: flex-start }
:host([theme='light']) .place { color-scheme: light }
:host([theme='dark']) .place { color-scheme: dark }
/* The top of the panel stays where it is while the banner below comes, goes and grows: a click would miss. */
.place.open { top: max(16px, calc(100dvh - 660px)) }
.bar, .panel {
  pointer-events: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 12px;
  box-shadow: 0 6px 24px rgb(0 0 0 / .22);
}
.bar { flex: none; display: flex; flex-wrap: wrap; align-items: center; gap: 8px; max-width: 100% }
.bar:not(.shows) { border: 0; border-radius: 999px }
.bar:not(.shows) button { border-radius: 999px; padding-inline: 16px }
/* A page that shows a dialog of its own hides all else, and its last field may be here. */
:host(:is([aria-hidden=true], [inert])) .place:not(.open) .bar:not(.shows) { display: none }
.bar.shows { background: var(--notice); color: var(--on-notice); border-color: currentColor; padding: 8px 8px 8px 14px }
.banner { margin: 0; flex: 1 1 220px; overflow-wrap: anywhere }
.banner strong { font-weight: 650; unicode-bidi: isolate }
.actions { display: flex; gap: 8px; flex-wrap: wrap }
button, select, input:not([type=checkbox]) {
  min-height: var(--target); padding: 4px 12px; border: 1px solid var(--line); border-radius: 8px;
  background: var(--surface); color: var(--text);
}
button { cursor: pointer; font-weight: 550; white-space: nowrap }
button:hover { background: var(--raised) }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
button.main:hover { text-decoration: underline }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.bar.shows :focus-visible { outline-color: var(--on-notice) }
.panel { display: flex; flex: 1 1 auto; flex-direction: column; min-height: 0; width: 400px; max-width: 100%; overflow: hidden }
.head { display: flex; align-items: center; justify-content: space-between; gap: 4px; padding: 10px 10px 10px 16px; border-bottom: 1px solid var(--line) }
h2 { margin: 0; flex: 1; font-size: 16px; font-weight: 650 }
.body { overflow: auto; padding: 12px 16px 16px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0 }
legend, .title, summary { padding: 0; font-weight: 650 }
legend { margin-bottom: 2px }
.checks { display: grid; grid-template-columns: repeat(auto-fill, minmax(165px, 1fr)); column-gap: 8px }
.check { display: flex; gap: 8px; align-items: center; min-height: var(--target); cursor: pointer; overflow-wrap: anywhere }
.check input { flex: none; width: 18px; height: 18px; margin: 0; accent-color: var(--accent) }
.check small { display: block; color: var(--quiet); font-size: 12px }
.field { display: grid; gap: 2px; min-width: 0 }
.field > label { font-size: 12px; color: var(--quiet) }
.field > :last-child { width: 100%; min-width: 0 }
summary { min-height: var(--target); display: flex; align-items: center; gap: 8px; cursor: pointer; border-radius: 8px }
summary::before { content: '▸' / ''; flex: none; line-height: 1 }
details[open] > summary::before { transform: rotate(90deg) }
.count { min-width: 20px; padding: 0 6px; border-radius: 10px; text-align: center; font-size: 12px; background: var(--accent); color: var(--on-accent) }
ul { list-style: none; margin: 4px 0 8px; padding: 0; display: grid; gap: 4px }
li { display: flex; align-items: center; justify-content: space-between; gap: 8px; padding-inline-start: 10px; background: var(--raised); border-radius: 8px; overflow-wrap: anywhere }
li button, .head button { border: 0; background: none; min-width: var(--target); padding: 4px; font-size: 18px; line-height: 1 }
li button:hover, .head button:hover { background: var(--surface) }
.adder { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; padding-bottom: 4px }
.adder > * { flex: 1 1 120px }
.adder > button { flex-grow: 0 }
.adder .wide { flex-basis: 100% }
.problems { margin: 0; padding: 10px 12px; border: 1px solid var(--wrong); border-radius: 8px; color: var(--wrong) }
.problems ul { margin-bottom: 0 }
.problems li { background: none; padding: 0; justify-content: flex-start }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@media (pointer: coarse) { .place { --target: 44px } .check input { width: 22px; height: 22px } }
@media (max-width: 520px) {
  .place { inset: auto 8px 8px 8px; max-height: calc(100dvh - 16px) }
  .place.open { top: 30dvh }
  .panel { width: 100% }
  .bar.shows { width: 100% }
}
@media (prefers-reduced-motion: no-preference) {
  .panel { animation: rise .14s ease-out }
  @keyframes rise { from { opacity: 0; transform: translateY(8px) } }
}
@media print { .panel, .actions, .bar:not(.shows) { display: none } }
@media (forced-colors: active) {
  .bar, .panel, button, li { border: 1px solid; forced-color-adjust: auto }
  .count { border: 1px solid }
}
`
