// What of SARIF 2.1.0 we write, as a JSON Schema written by hand after the standard's prose: the licence of the
// official schema is not one that lets it be part of this project.
const text = {
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: { text: { type: 'string', minLength: 1 } },
};
const level = { enum: ['none', 'note', 'warning', 'error'] };
const fromOne = { type: 'integer', minimum: 1 };

const physicalLocation = {
  type: 'object',
  required: ['artifactLocation'],
  additionalProperties: false,
  properties: {
    artifactLocation: {
      type: 'object',
      required: ['uri'],
      additionalProperties: false,
      // An address has no blanks, and one without a scheme no colon in its first part.
      properties: {
        uri: { type: 'string', pattern: '^(?:[a-z]+://[^\\s]*|[^\\s:]+)$' },
        uriBaseId: { type: 'string' },
      },
    },
    region: {
      type: 'object',
      required: ['startLine'],
      additionalProperties: false,
      properties: { startLine: fromOne, startColumn: fromOne, endLine: fromOne, endColumn: fromOne },
    },
  },
};

const fix = {
  type: 'object',
  required: ['artifactChanges'],
  additionalProperties: false,
  properties: {
    description: text,
    artifactChanges: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['artifactLocation', 'replacements'],
        additionalProperties: false,
        properties: {
          artifactLocation: physicalLocation.properties.artifactLocation,
          replacements: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['deletedRegion'],
              additionalProperties: false,
              properties: { deletedRegion: physicalLocation.properties.region, insertedContent: text },
            },
          },
        },
      },
    },
  },
};

const location = {
  type: 'object',
  additionalProperties: false,
  properties: { id: { type: 'integer', minimum: -1 }, physicalLocation, message: text },
};

const driver = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 1 },
    semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
    language: { type: 'string', pattern: '^[a-z]{2}(-[A-Z]{2})?$' },
    rules: {
      type: 'array',
      uniqueItems: true,
      items: {
        type: 'object',
        required: ['id'],
        additionalProperties: false,
        properties: {
          id: { type: 'string' },
          help: {
            type: 'object',
            required: ['text'],
            additionalProperties: false,
            properties: { text: { type: 'string', minLength: 1 }, markdown: { type: 'string', minLength: 1 } },
          },
        },
      },
    },
  },
};

const invocation = {
  type: 'object',
  required: ['executionSuccessful'],
  additionalProperties: false,
  properties: {
    executionSuccessful: { type: 'boolean' },
    toolExecutionNotifications: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message'],
        additionalProperties: false,
        properties: { level, message: text },
      },
    },
  },
};

const result = {
  type: 'object',
  required: ['message', 'ruleId', 'ruleIndex'],
  additionalProperties: false,
  properties: {
    ruleId: { type: 'string' },
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message: text,
    locations: { type: 'array', minItems: 1, items: location },
    fixes: { type: 'array', minItems: 1, uniqueItems: true, items: fix },
    relatedLocations: { type: 'array', uniqueItems: true, items: location },
  },
};

export const sarifSubset = {
  type: 'object',
  required: ['version', 'runs'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results'],
        additionalProperties: false,
        properties: {
          tool: { type: 'object', required: ['driver'], additionalProperties: false, properties: { driver } },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          invocations: { type: 'array', items: invocation },
          results: { type: 'array', items: result },
        },
      },
    },
  },
};
