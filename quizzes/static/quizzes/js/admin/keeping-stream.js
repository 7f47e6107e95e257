// A stream that keeps blocks of unknown type does not offer that type for new ones.

class KeepingStreamBlockDefinition extends window.wagtailStreamField.blocks.StreamBlockDefinition {
  constructor(...given) {
    super(...given); // which has remembered every block by name, also what is not offered
    this.groupedChildBlockDefs = this.groupedChildBlockDefs
      .map(([group, blocks]) => [group, blocks.filter((block) => block.name !== "unknown_block")])
      .filter(([, blocks]) => blocks.length);
  }
}

window.telepath.register("quizzes.KeepingStreamBlock", KeepingStreamBlockDefinition);
