import { controls, expect, test } from '../fixtures.ts'
import { PHONE } from '../products.ts'

test.use({ product: PHONE })

test('layers give an administrator the portal, and filters leave one group and queue', async ({
  page,
  openAs,
}) => {
  await openAs('bram', 'user-groups')
  await expect(page.locator('[data-record]')).toHaveText([/Sales/])
  await expect(page.getByRole('button', { name: 'Settings of Sales' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add user group' })).toHaveCount(0)
  await openAs('bram', 'queues')
  await expect(page.locator('[data-record]')).toHaveText([/Orders/, /Sales today/])
})

test('the main administrator sees every group and manages each', async ({ page, openAs }) => {
  await openAs('astrid', 'user-groups')
  await expect(page.locator('[data-record]')).toHaveCount(6)
  expect((await controls(page)).get('user-groups.manage')).toEqual(new Set(['show']))
})

test('an agent logs on with the profiles that are not withheld from them', async ({
  page,
  openAs,
}) => {
  await openAs('carlos', 'agent')
  await expect(page.locator('[data-record]')).toHaveText([/Phone and chat/])
})
