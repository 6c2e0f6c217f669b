import { createMongoAbility } from '@casl/ability'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { answered, asked, audience, issuer, typ } from './settings.js'

const token = fetch('/rules').then(response => response.text())
const keys = await fetch('/jwks.json').then(response => response.json())
const checks = { issuer, audience, typ, algorithms: ['EdDSA'] }
const { payload } = await jwtVerify(await token, createLocalJWKSet(keys), checks)
const ability = createMongoAbility(payload.rules)
answered(ability.can('on', asked.granted), ability.can('on', asked.denied))
