"""The question types that come with the engine. Each folder holds everything of one type."""
