import type { ExportScope } from '#contracts/model';

const OF: Readonly<Record<ExportScope['kind'], string>> = {
  conversation: 'One conversation',
  project: 'One project with its conversations and documents',
  owner: 'All conversations, projects and memories of one owner',
};

/**
 * The `README.md` of an export: what is in it, for people. It says nothing that changes from one export
 * of the same data to the next.
 */
export function exportReadme({ kind, id }: ExportScope): string {
  return `# Export from Afterword

${OF[kind]} (\`${id}\`).

## For reading

| file | what it is |
|---|---|
| \`conversations/…/transcript.md\` | the text of a conversation, as it is shown |
| \`conversations/…/summary.md\` | its latest summary |
| \`conversations/…/audio/…\` | its recordings, as they were uploaded |
| \`projects/…/documents/…\` | the documents of a project, as they were uploaded |

Files of what there is nothing of are left out.

## For programs

| file | what it is |
|---|---|
| \`manifest.json\` | format, versions, counts, and the size and SHA-256 of every other file |
| \`conversations/…/conversation.json\` | turns, clips, segments with their layers and words, corrections, earlier versions, what people decided of action items and speakers, voices that people have named |
| \`conversations/…/summaries.json\`, \`memories.json\` | all summaries; memories with their scores and pins |
| \`memories.json\` | memories that belong to no conversation |
| \`projects/…/project.json\` | settings and plan of a project |
| \`projects/…/documents.json\`, \`documents/….parts.jsonl\` | documents, and what was read of them |
| \`projects/…/facts.jsonl\`, \`decisions.jsonl\`, \`reports.jsonl\` | what was found, what people decided about it, and reports |
| \`events.jsonl\` | the change log |

JSON is UTF-8. In \`.jsonl\` files each line is an object, and in \`.json\` files each element of a long list
is a line. Times are ISO 8601 in UTC, or milliseconds where a name ends with \`Ms\`. All files have the
date 1980-01-01, so that two exports of the same data are equal except for \`exportedAt\` in the manifest.

The files hold what was said. Keep them as you would keep the recordings.
`;
}
