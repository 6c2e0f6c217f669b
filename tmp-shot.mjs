import { chromium } from '@playwright/test'
const [,, out, path, ...opts] = process.argv
const o = Object.fromEntries(opts.map(x=>x.split('=')))
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args:['--no-sandbox','--disable-gpu'] })
for (const w of (o.w??'1440').split('+')) for (const scheme of (o.s??'light').split('+')) {
  const page = await browser.newPage({ viewport:{width:+w,height:+(o.h??900)}, colorScheme: scheme, locale: o.lang??'en-GB', reducedMotion:'reduce' })
  page.on('console', m=>{ if(['error','warning'].includes(m.type())) console.log('console', m.text().slice(0,400)) })
  page.on('pageerror', e=>console.log('pageerror', e.message))
  await page.goto((o.base??'http://127.0.0.1:5199')+'/#'+path)
  await page.waitForTimeout(+(o.t??2500))
  if (o.click) { for (const c of o.click.split(';;')) { await page.locator(c).first().click(); await page.waitForTimeout(700) } }
  if (o.print) await page.emulateMedia({media:'print'})
  await page.screenshot({ path: `/tmp/shots/${out}-${w}-${scheme}.png`, fullPage: !!o.full })
  await page.close()
}
await browser.close()
