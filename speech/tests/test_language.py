import unittest
from types import SimpleNamespace

from afterword_speech.language import is_doubtful, other_language


def segments(text, *confidences):
    words = [{"text": word, "confidence": value} for word, value in zip(text.split(), confidences)]
    return [{"words": words}]


SURE = segments("the harbour was quiet today", 0.9, 0.7, 0.95, 0.8, 0.9)
DOUBTFUL = segments("the half and back holder", 0.5, 0.3, 0.6, 0.7, 0.2)


class Model:
    def __init__(self, is_multilingual, detected=("en", 0.9)):
        self.model = SimpleNamespace(is_multilingual=is_multilingual)
        self.detected = detected
        self.asked = 0

    def detect_language(self, _samples):
        self.asked += 1
        return (*self.detected, [])


class OtherLanguage(unittest.TestCase):
    def test_is_unknown_to_a_model_of_one_language(self):
        self.assertEqual(other_language(Model(False), None, DOUBTFUL, "en"), "und")
        self.assertIsNone(other_language(Model(False), None, SURE, "en"))

    def test_is_named_by_a_model_that_can(self):
        self.assertEqual(other_language(Model(True, ("de", 0.8)), None, DOUBTFUL, "en"), "de")
        self.assertIsNone(other_language(Model(True, ("en", 0.8)), None, DOUBTFUL, "en"))
        self.assertIsNone(other_language(Model(True, ("de", 0.3)), None, DOUBTFUL, "en"))

    def test_is_looked_for_only_in_doubt_and_if_one_was_requested(self):
        model = Model(True, ("de", 0.8))
        other_language(model, None, SURE, "en")
        other_language(model, None, DOUBTFUL, None)
        self.assertEqual(model.asked, 0)

    def test_a_loop_does_not_make_doubtful_words_sure(self):
        words = "thank you very much for watching"
        loop = segments(" ".join([words] * 20), *([0.3, 0.4, 0.5, 0.5, 0.4, 0.4] + [0.99] * 114))
        self.assertTrue(is_doubtful(loop))

    def test_a_few_words_say_nothing(self):
        self.assertFalse(is_doubtful(segments("well hello there", 0.2, 0.2, 0.2)))
