import { expect, lookAt, test, untilKept } from '../fixtures.ts'

test('offline after the first load everything works, reload included, and nothing leaves the origin', async ({
  page,
  context,
  baseURL,
}) => {
  const asked: string[] = []
  context.on('request', request => asked.push(request.url()))
  await page.goto('/')
  await untilKept(page)
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('link', { name: 'Collaborator' }).click()
  await expect(page.locator('.product')).toBeVisible()
  for (const view of ['Matrix', 'Compare', 'What if', 'Snapshot', 'Catalog', 'Look']) {
    await page.getByRole('link', { name: view, exact: true }).first().click()
    await expect(page.locator('h1').first()).toBeAttached()
  }
  await page.goto(lookAt({ product: 'puzzel', roles: ['agent'], groups: ['sales'] }))
  await expect(page.locator('.product')).toHaveAttribute('data-product', 'puzzel')
  await page.reload()
  await expect(page.locator('.product')).toHaveAttribute('data-product', 'puzzel')
  expect(asked.filter(url => !url.startsWith(baseURL ?? ''))).toEqual([])
})
