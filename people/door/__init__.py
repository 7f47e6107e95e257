"""The door of a lab computer: class, then name, then one's own secret."""
