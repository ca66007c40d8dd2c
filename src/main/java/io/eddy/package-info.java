/**
 * Eddy: a neural network that learns inside Kafka Streams, one record at a time, and answers every record, exactly once.
 *
 * <p>Start reading at {@link io.eddy.stream.LearnerProcessor#process}; it is the path of a record:
 *
 * <pre>
 *   samples topic
 *      |
 *      v
 *   bytes --> decode ---------> learner of this partition --> encode --> predict --> encode --> forward --> measure, learn
 *             wire.SampleDecoder  store.LearnerStore          feature    model       wire          |          evaluation,
 *               |                                                                                  v          model
 *               '--> reject: dead letter, nothing changed                                   predictions topic
 * </pre>
 *
 * With each commit of Kafka Streams the learner is written to its store and changelog ({@link io.eddy.store}), in the same
 * transaction as the predictions and the offsets of the samples.
 *
 * <p>Packages, each one responsibility; imports point downwards only:
 *
 * <pre>
 *   cli -- cli.demo, http         commands; embedded broker; page, health, scrape
 *     cluster                     what the application needs of its Kafka, and whether it has it
 *     (root)                      what a library user touches: config, supplier, topology
 *       stream                    the processor, and the application's life
 *         store     metrics       the state store; Micrometer meters
 *           learner               all that survives a restart, and its bytes
 *             model evaluation    from inputs to an answer: one network, or a pool; prequential measures, drift
 *               feature           from fields to inputs
 *               network  wire     the arithmetic (JDK only); samples, predictions, their JSON
 *                 problem         what a user can cause and mend
 * </pre>
 *
 * The three classes of this package are all that a topology of one's own needs: {@link io.eddy.LearnerConfig}, {@link
 * io.eddy.LearnerProcessorSupplier}, and {@link io.eddy.LearnerTopology} as an example of their use.
 */
package io.eddy;
