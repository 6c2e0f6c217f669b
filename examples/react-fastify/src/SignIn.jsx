import { useState } from 'react'
import { api } from './api.js'

export function SignIn({ onDone }) {
  const [problem, setProblem] = useState('')
  const submit = async event => {
    event.preventDefault()
    const { name, password } = Object.fromEntries(new FormData(event.target))
    try {
      await api('POST', 'session', { name, password })
      onDone()
    } catch ({ message }) {
      setProblem(message)
    }
  }
  return (
    <form onSubmit={submit}>
      <label>
        Name <input name="name" autoComplete="username" required />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit">Sign in</button>
      <span role="alert">{problem}</span>
    </form>
  )
}
