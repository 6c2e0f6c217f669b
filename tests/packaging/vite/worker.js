import { answers } from './answers.js'

answers().then(answers => postMessage(answers))
