/** Invented drafts with a place for each kind of error. */
import type { Article } from '../../scripts/articles.ts'

/** An article as the scripts read it. */
export function article(text: string, more: Partial<Article> = {}): Article {
  return {
    id: 'one',
    set: 'news.jsonl',
    folder: 'news',
    text,
    format: 'text',
    path: undefined,
    date: undefined,
    ...more,
  }
}

/** A story with most of what can go wrong. */
export const STORY = `Norvik to close 12 harbours after talks

The shipping firm Norvik Lines said it would close 12 harbours by the end of May, after talks between Belmora and Zelandia, which failed.

Critics of the plan warned that Norvik accused Belmora of delays, and a court in Port Ostholm sent the case from Belmora to Zelandia in the spring.

“We have waited too long,” said Karim Tolvanen, 45, a docker who joined the firm on March 3, 2015, and has worked for Norvik since.

Later the lawyer Karim Tolvanen said on April 14 that the council and its members would meet at 10:30 a.m. to hear what Tolvanen proposes.

The Coastal Harbour Agency (CHA) welcomed the plan, a letter shows that CHA backed Belmora in the dispute, and officials of the CHA told reporters that the fleet of Norvik rose 10% to 55 ships from 50 ships.

In Port Ostholm, shops that Norvik Lines owns near the old quay closed early, and the U.S. embassy said that the U.S. fleet wouldn’t call there, as it hadn’t in the spring, and it isn’t due until autumn.

The deal with JannoBank was signed by Coro-Mello Inc. in May, and JannoBank later said that Coro-Mello had agreed a loan with JannoBank.

Later the Defense Department said that it was talking to Coro-Mello, and the Defense Department named no date for its decision on the harbour.

Port Ostholm and Belmora, which share the coast, said that the fleet would stay where it is until the courts of the two towns have ruled on the matter.

The money came from Grant, a bank of the coast, and soon afterwards Grant had asked for half of it, although the owners of Grant live abroad and wait.

The papers were drawn up by Hadley & Thorn, which also works for MarloPikeBank, and a clerk of Hadley & Thorn brought them to MarloPikeBank on a Sunday.

A patrol of MiG-21 jets flew over the Port Ostholm Bridge, and nobody on the Port Ostholm Bridge asked why a second MiG-21 came so late at night.

In the spring, the letter says, Tolvanen praised Zelandia dockers for the work that they had done on the old quay before it closed.`

/** A second story, whose headline may stray. */
export const OTHER = `Museum of glass reopens in the old mill

The museum reopened with half of its halls still dark, and its keeper asked for patience in the coming weeks and months.

Visitors who came early were let in for nothing, which the keeper called a small thanks for a long wait in the rain.`

/** A third one, with a name of the first in its headline. */
export const SHARING = `Fishermen block the harbour of Zelandia

Fishermen blocked the harbour on Monday with forty boats, and the mayor asked them to let at least the ferries through.

The boats left in the evening, when the mayor had promised to come and hear what they had to say about the quotas.`
