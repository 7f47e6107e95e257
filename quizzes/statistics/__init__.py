"""What a test tells about its questions: how hard they are, whom they tell apart, what each option drew."""
