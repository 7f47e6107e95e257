"""A photo beside the name at the door of the lab: only as long as it is agreed to, and nowhere else."""
