// The smallest page of a bundler: it writes its answers as its title.

export const main = `
import { ask } from './ask.js'
ask().then(answers => { document.title = JSON.stringify(answers) })
`

export const html = src => `<!doctype html>
<meta charset="utf-8">
<title></title>
<script type="module" src="${src}"></script>
`

/** For scripts that are no modules. */
export const classicHtml = src => `<!doctype html>
<meta charset="utf-8">
<title></title>
<script defer src="${src}"></script>
`
