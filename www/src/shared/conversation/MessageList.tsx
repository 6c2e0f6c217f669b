import type { Message } from './message.ts'

/** What has been said, oldest first. */
export function Messages({ messages }: { readonly messages: readonly Message[] }) {
  return (
    <ol>
      {messages.map((message, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages are only added at the end
        <li key={at} className={message.from}>
          <p>{message.text}</p>
          <span>{message.at}</span>
        </li>
      ))}
    </ol>
  )
}
