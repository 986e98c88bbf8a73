/** The scheme of documents that the server writes: pages about its rules. */
export const rulePagesScheme = 'linux-ha';

/** What the address of a rule's page begins with; its id and `.md` follow. The manifest shows these as previews. */
export const rulePages = `${rulePagesScheme}:/rules/`;
